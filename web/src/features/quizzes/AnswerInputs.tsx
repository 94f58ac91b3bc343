import { useTranslation } from 'react-i18next';
import { Field, TextArea } from '@/ui/Field';
import css from './AnswerInputs.module.css';
import type { AnswerValue } from './desk';
import type { QuestionView } from './question';

interface AnswerInputsProps {
  question: QuestionView;
  value: AnswerValue;
  onChange: (value: AnswerValue) => void;
}

interface Way {
  id: string;
  text: string;
  on: boolean;
  /** What is answered when this is chosen. */
  answer: AnswerValue;
}

export function AnswerInputs({ question, value, onChange }: AnswerInputsProps) {
  const { t } = useTranslation();
  if (question.type === 'shortAnswer')
    return (
      <Field
        label={t('take.shortAnswer')}
        type="text"
        aria-labelledby={`question-${question.id}`}
        value={typeof value === 'string' ? value : ''}
        maxLength={2000}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value || null)}
      />
    );
  if (!('options' in question) && question.type !== 'trueFalse')
    return (
      <TextArea
        label={t('take.shortAnswer')}
        aria-labelledby={`question-${question.id}`}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onChange(event.target.value || null)}
      />
    );
  const many = question.type === 'multiple';
  const ways: Way[] =
    question.type === 'trueFalse'
      ? [true, false].map((answer) => ({
          id: String(answer),
          text: t(answer ? 'take.true' : 'take.false'),
          on: value === answer,
          answer,
        }))
      : question.options.map(({ id, text }) => ({
          id,
          text,
          on: many ? Array.isArray(value) && value.includes(id) : value === id,
          answer: many ? toggled(Array.isArray(value) ? value : [], id) : id,
        }));
  return (
    <fieldset
      aria-labelledby={`question-${question.id}`}
      aria-describedby={question.type === 'trueFalse' ? undefined : `how-${question.id}`}
      className={css.options}
    >
      {ways.map((way, index) => (
        <label key={way.id} className={css.option} data-digit={index < 9 ? index + 1 : undefined}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={question.id}
            checked={way.on}
            onChange={() => onChange(way.answer)}
          />
          <span>{way.text}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** An empty choice is no answer, and is told to the server as none. */
function toggled(chosen: string[], id: string): string[] | null {
  const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id];
  return next.length > 0 ? next : null;
}
