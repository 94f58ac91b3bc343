import { useTranslation } from 'react-i18next';
import type { ReviewView } from '@/generated/schema';
import { cx } from '@/ui/cx';
import { MarkdownLine } from '@/ui/Markdown';
import { filledOf, type QuestionView, textOf } from '../kinds';
import css from './Review.module.css';

interface ReviewedMatchingProps {
  review: ReviewView;
  question: Extract<QuestionView, { type: 'matching' }>;
}

/** Each prompt with what it was matched with, and with what belongs to it where that was something else. */
export function ReviewedMatching({ review: { value, key }, question }: ReviewedMatchingProps) {
  const { t } = useTranslation();
  const filled = filledOf(value);
  const right = filledOf(key);
  return (
    <ul className={css.pairs}>
      {question.prompts.map(({ id, text }) => {
        const given = filled[id];
        const belongs = right[id];
        const wrong = belongs !== undefined && given !== belongs;
        return (
          <li key={id}>
            <MarkdownLine text={text} />
            <span className={css.answers}>
              <span className={cx(css.given, wrong && css.off, belongs !== undefined && !wrong && css.good)}>
                {given ? <MarkdownLine text={textOf(question.choices, given)} /> : t('result.none')}
              </span>
              {wrong && (
                <span className={cx(css.given, css.key)}>
                  <span className="visually-hidden">{t('result.key')}: </span>
                  <MarkdownLine text={textOf(question.choices, belongs)} />
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
