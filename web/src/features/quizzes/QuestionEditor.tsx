import { useTranslation } from 'react-i18next';
import { IconButton } from '@/ui/Button';
import { Field, Select, TextArea } from '@/ui/Field';
import { type DraftQuestion, type QuestionType, retyped } from './draft';
import { KeyEditor } from './KeyEditor';
import css from './QuizEditor.module.css';
import type { Errors } from './useFlaws';

const TYPES: QuestionType[] = ['single', 'multiple', 'trueFalse', 'shortAnswer'];

export interface QuestionEditorProps {
  question: DraftQuestion;
  number: number;
  /** By the names of the question's own fields. */
  errors: Errors;
  onChange: (patch: Partial<DraftQuestion>) => void;
  onRemove: (() => void) | null;
}

export function QuestionEditor({ question, number, errors, onChange, onRemove }: QuestionEditorProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={css.question}>
      <legend className={css.legend}>{t('editor.question', { number })}</legend>
      {onRemove && (
        <IconButton
          className={css.remove}
          icon="trash"
          label={t('editor.remove', { number })}
          onClick={onRemove}
        />
      )}
      <TextArea
        label={t('editor.text')}
        error={errors.text}
        rows={2}
        maxLength={2000}
        value={question.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
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
          type="number"
          inputMode="decimal"
          min={0.5}
          max={100}
          step={0.5}
          value={question.points}
          onChange={(event) => onChange({ points: event.target.value })}
        />
      </div>
      <KeyEditor question={question} errors={errors} onChange={onChange} />
      <TextArea
        label={t('editor.explanation')}
        error={errors.explanation}
        rows={2}
        maxLength={2000}
        value={question.explanation}
        onChange={(event) => onChange({ explanation: event.target.value })}
      />
    </fieldset>
  );
}
