import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/Button';
import { Field, Select, TextArea } from '@/ui/Field';
import { type DraftQuestion, retyped } from '../draft';
import { type QuestionType, TYPES } from '../kinds';
import type { Errors } from '../useFlaws';
import css from './Edit.module.css';
import { KeyEditor } from './KeyEditor';
import { Preview } from './Preview';

interface QuestionEditorProps {
  question: DraftQuestion;
  title: string;
  /** By the names of the question's own fields. */
  errors: Errors;
  onChange: (patch: Partial<DraftQuestion>) => void;
  /** Buttons beside the title. */
  children?: ReactNode;
}

/** Writes one question: what is asked, what is right, and a look at it as students will see it. */
export function QuestionEditor({ question, title, errors, onChange, children }: QuestionEditorProps) {
  const { t } = useTranslation();
  const [seen, setSeen] = useState(false);
  return (
    <fieldset className={css.question}>
      <legend className={css.legend}>{title}</legend>
      <div className={css.tools}>
        <Button tone="plain" size="s" icon="eye" aria-pressed={seen} onClick={() => setSeen(!seen)}>
          {t('editor.look')}
        </Button>
        {children}
      </div>
      {seen && <Preview question={question} />}
      <div className={css.pair}>
        <Select
          label={t('editor.type')}
          value={question.type}
          onChange={(event) => onChange(retyped(question, event.target.value as QuestionType))}
        >
          {TYPES.map((type) => (
            <option key={type} value={type}>
              {t(`editor.types.${type}`)}
            </option>
          ))}
        </Select>
        <Field
          label={t('editor.points')}
          error={errors.points}
          type="text"
          inputMode="decimal"
          value={question.points}
          onChange={(event) => onChange({ points: event.target.value })}
        />
      </div>
      {question.type !== 'cloze' && (
        <TextArea
          label={t('editor.text')}
          hint={t('editor.textHint')}
          error={errors.text}
          rows={2}
          maxLength={10_000}
          value={question.text}
          onChange={(event) => onChange({ text: event.target.value })}
        />
      )}
      <KeyEditor question={question} errors={errors} onChange={onChange} />
      <details className={css.more} open={question.explanation !== '' || undefined}>
        <summary>{t('editor.explanation')}</summary>
        <TextArea
          label={t('editor.explanationText')}
          error={errors.explanation}
          rows={2}
          maxLength={5000}
          value={question.explanation}
          onChange={(event) => onChange({ explanation: event.target.value })}
        />
      </details>
    </fieldset>
  );
}
