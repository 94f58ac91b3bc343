import { useTranslation } from 'react-i18next';
import { MarkdownLine } from '@/ui/Markdown';
import { type AnswerValue, chosenOf, toggled } from '../kinds';
import css from './Choices.module.css';
import type { AnswerProps } from './props';

interface Way {
  id: string;
  text: string;
  on: boolean;
  /** What is answered when this is chosen. */
  answer: AnswerValue;
}

/** One option, several, or true and false: each a board that is pressed; digits press them too. */
export function Choices({
  question,
  value,
  onChange,
  labelledBy,
}: AnswerProps<'single' | 'multiple' | 'trueFalse'>) {
  const { t } = useTranslation();
  const many = question.type === 'multiple';
  const chosen = chosenOf(value);
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
          on: many ? chosen.includes(id) : value === id,
          answer: many ? toggled(value, id) : id,
        }));
  return (
    <fieldset
      aria-labelledby={labelledBy}
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
          <MarkdownLine text={way.text} />
        </label>
      ))}
    </fieldset>
  );
}
