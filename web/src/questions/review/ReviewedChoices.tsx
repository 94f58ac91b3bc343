import { useTranslation } from 'react-i18next';
import type { ReviewView } from '@/generated/schema';
import { cx } from '@/ui/cx';
import { Icon } from '@/ui/Icon';
import { MarkdownLine } from '@/ui/Markdown';
import { type AnswerValue, chosenOf, type QuestionView } from '../kinds';
import css from './Review.module.css';

interface ReviewedChoicesProps {
  review: ReviewView;
  question: Extract<QuestionView, { type: 'single' | 'multiple' | 'trueFalse' }>;
}

/** Every option as it was met: whether it was chosen, whether it was right, and what is said to it. */
export function ReviewedChoices({ review, question }: ReviewedChoicesProps) {
  const { t } = useTranslation();
  const { value, key, feedback } = review;
  const options =
    question.type === 'trueFalse'
      ? [true, false].map((truth) => ({ id: String(truth), text: t(truth ? 'take.true' : 'take.false') }))
      : question.options;
  const said = feedback?.[question.id];
  const chosen = idsOf(value);
  const right = idsOf(key);
  return (
    <>
      {chosen.length === 0 && <p className={css.none}>{t('result.none')}</p>}
      <ul className={css.options}>
        {options.map(({ id, text }) => {
          const on = chosen.includes(id);
          const belongs = right.includes(id);
          const wrong = on && key !== null && !belongs;
          return (
            <li
              key={id}
              className={cx(css.option, on && css.chosen, belongs && css.belongs, wrong && css.off)}
            >
              <span className={css.mark} aria-hidden="true">
                {on && <Icon name={wrong ? 'close' : 'check'} size={16} />}
              </span>
              <span className={css.what}>
                <MarkdownLine text={text} />
                {feedback?.[id] && <small>{feedback[id]}</small>}
              </span>
              <span className={css.notes}>
                {on && <b>{t('result.chosen')}</b>}
                {belongs && <b className={css.key}>{t('result.rightOne')}</b>}
              </span>
            </li>
          );
        })}
      </ul>
      {said && <p className={css.said}>{said}</p>}
    </>
  );
}

function idsOf(value: AnswerValue): string[] {
  if (typeof value === 'boolean') return [String(value)];
  return typeof value === 'string' ? [value] : chosenOf(value);
}
