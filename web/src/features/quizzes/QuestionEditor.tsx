import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuestionType } from '@/generated/api';
import { Button, IconButton } from '@/ui/Button';
import { Choice, Field, Select, TextArea } from '@/ui/Field';
import { type DraftQuestion, newOption } from './draft';
import css from './QuizEditor.module.css';

const TYPES: QuestionType[] = ['single', 'multiple', 'trueFalse', 'shortAnswer'];
const MOST_OPTIONS = 8;

interface QuestionEditorProps {
  question: DraftQuestion;
  number: number;
  onChange: (patch: Partial<DraftQuestion>) => void;
  onRemove: (() => void) | null;
}

export function QuestionEditor({ question, number, onChange, onRemove }: QuestionEditorProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={css.question}>
      <legend className={css.legend}>
        {t('editor.question', { number })}
        {onRemove && <IconButton icon="trash" label={t('editor.remove', { number })} onClick={onRemove} />}
      </legend>
      <TextArea
        label={t('editor.text')}
        rows={2}
        maxLength={500}
        value={question.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <div className={css.pair}>
        <Select label={t('editor.type')} value={question.type} onChange={(event) => onChange({ type: event.target.value as QuestionType })}>
          {TYPES.map((type) => (
            <option key={type} value={type}>
              {t(`editor.types.${type}`)}
            </option>
          ))}
        </Select>
        <Field
          label={t('editor.points')}
          type="number"
          min={1}
          max={100}
          value={question.points}
          onChange={(event) => onChange({ points: Math.max(1, event.target.valueAsNumber || 1) })}
        />
      </div>
      <Key question={question} onChange={onChange} />
      <Field
        label={t('editor.explanation')}
        maxLength={500}
        value={question.explanation}
        onChange={(event) => onChange({ explanation: event.target.value })}
      />
    </fieldset>
  );
}

type KeyProps = Pick<QuestionEditorProps, 'question' | 'onChange'>;

/** What is right, asked for in the way of the question's type. */
function Key({ question, onChange }: KeyProps) {
  const { t } = useTranslation();
  const name = useId();
  switch (question.type) {
    case 'trueFalse':
      return (
        <Choice
          label={t('editor.truth')}
          name={name}
          value={String(question.truth)}
          onChange={(value) => onChange({ truth: value === 'true' })}
          options={[
            { value: 'true', label: t('take.true') },
            { value: 'false', label: t('take.false') },
          ]}
        />
      );
    case 'shortAnswer':
      return (
        <>
          <TextArea
            label={t('editor.accepted')}
            hint={t('editor.acceptedHint')}
            value={question.accepted}
            onChange={(event) => onChange({ accepted: event.target.value })}
          />
          <label className={css.check}>
            <input
              type="checkbox"
              checked={question.caseSensitive}
              onChange={(event) => onChange({ caseSensitive: event.target.checked })}
            />
            {t('editor.caseSensitive')}
          </label>
        </>
      );
    case 'single':
    case 'multiple':
      return <Options question={question} onChange={onChange} />;
  }
}

function Options({ question, onChange }: KeyProps) {
  const { t } = useTranslation();
  const name = useId();
  const single = question.type === 'single';
  const set = (key: string, patch: { text?: string; correct?: boolean }) =>
    onChange({
      options: question.options.map((option) => {
        if (option.key === key) return { ...option, ...patch };
        return single && patch.correct ? { ...option, correct: false } : option;
      }),
    });
  return (
    <fieldset className={css.options}>
      <legend className={css.small}>{t('editor.options')}</legend>
      {question.options.map((option, index) => (
        <div key={option.key} className={css.option}>
          <input
            type={single ? 'radio' : 'checkbox'}
            name={name}
            aria-label={t('editor.right', { number: index + 1 })}
            checked={option.correct}
            onChange={(event) => set(option.key, { correct: event.target.checked })}
          />
          <input
            className={css.line}
            aria-label={t('editor.option', { number: index + 1 })}
            placeholder={t('editor.option', { number: index + 1 })}
            maxLength={500}
            value={option.text}
            onChange={(event) => set(option.key, { text: event.target.value })}
          />
          {question.options.length > 2 && (
            <IconButton
              icon="close"
              label={t('editor.removeOption', { number: index + 1 })}
              onClick={() => onChange({ options: question.options.filter(({ key }) => key !== option.key) })}
            />
          )}
        </div>
      ))}
      {question.options.length < MOST_OPTIONS && (
        <Button tone="plain" size="s" icon="plus" onClick={() => onChange({ options: [...question.options, newOption()] })}>
          {t('editor.addOption')}
        </Button>
      )}
    </fieldset>
  );
}
