import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { inWords, isPictured } from '@/lib/markdown';
import { cx } from '@/ui/cx';
import { MarkdownLine } from '@/ui/Markdown';
import { filledOf, filledWith, letter } from '../kinds';
import css from './Matching.module.css';
import type { AnswerProps } from './props';

/** What belongs together: for each prompt a menu of all choices. Formulas, which no menu can show, get letters. */
export function MatchingInput({ question, value, onChange, labelledBy }: AnswerProps<'matching'>) {
  const { t } = useTranslation();
  const id = useId();
  const filled = filledOf(value);
  const { prompts, choices } = question;
  const lettered = choices.some(({ text }) => isPictured(text));
  return (
    <fieldset className={css.matching} aria-labelledby={labelledBy} aria-describedby={`how-${question.id}`}>
      {lettered && (
        <ol className={css.choices}>
          {choices.map((choice, index) => (
            <li key={choice.id} data-letter={letter(index)}>
              <MarkdownLine text={choice.text} />
            </li>
          ))}
        </ol>
      )}
      {prompts.map((prompt) => (
        <div key={prompt.id} className={cx(css.pair, filled[prompt.id] && css.filled)}>
          <label htmlFor={`${id}-${prompt.id}`}>
            <MarkdownLine text={prompt.text} />
          </label>
          <i aria-hidden="true" />
          <select
            id={`${id}-${prompt.id}`}
            value={filled[prompt.id] ?? ''}
            onChange={(event) => onChange(filledWith(value, prompt.id, event.target.value))}
          >
            <option value="">{t('take.choose')}</option>
            {choices.map(({ id, text }, index) => (
              <option key={id} value={id}>
                {lettered ? `${letter(index)} · ${inWords(text)}` : inWords(text)}
              </option>
            ))}
          </select>
        </div>
      ))}
    </fieldset>
  );
}
