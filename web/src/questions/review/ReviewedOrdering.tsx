import { useTranslation } from 'react-i18next';
import type { ReviewView } from '@/generated/schema';
import { cx } from '@/ui/cx';
import { MarkdownLine } from '@/ui/Markdown';
import { chosenOf, type QuestionView, textOf } from '../kinds';
import css from './Review.module.css';

interface ReviewedOrderingProps {
  review: ReviewView;
  question: Extract<QuestionView, { type: 'ordering' }>;
}

/** The order that was given and, beside it, the right one where it was another. */
export function ReviewedOrdering({ review: { value, key }, question }: ReviewedOrderingProps) {
  const { t } = useTranslation();
  const given = chosenOf(value);
  const right = chosenOf(key);
  const same = given.join() === right.join();
  return (
    <div className={css.orders}>
      <Order title={t('result.yours')} ids={given} question={question} right={right} />
      {right.length > 0 && !same && (
        <Order title={t('result.key')} ids={right} question={question} right={null} />
      )}
    </div>
  );
}

interface OrderProps {
  title: string;
  ids: string[];
  question: ReviewedOrderingProps['question'];
  /** The right order, to mark what is in its place; null for the right order itself. */
  right: string[] | null;
}

const Order = ({ title, ids, question, right }: OrderProps) => (
  <section aria-label={title}>
    <h5>{title}</h5>
    <ol className={cx(css.order, right === null && css.key)}>
      {ids.map((id, index) => (
        <li key={id} className={cx(right && right.length > 0 && (right[index] === id ? css.good : css.off))}>
          <MarkdownLine text={textOf(question.items, id)} />
        </li>
      ))}
    </ol>
  </section>
);
