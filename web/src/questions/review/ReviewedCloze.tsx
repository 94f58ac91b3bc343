import { useTranslation } from 'react-i18next';
import type { GapView, ReviewView } from '@/generated/schema';
import { cx } from '@/ui/cx';
import { Markdown, MarkdownLine } from '@/ui/Markdown';
import { filledOf, type QuestionView, textOf } from '../kinds';
import css from './Review.module.css';

interface ReviewedClozeProps {
  review: ReviewView;
  question: Extract<QuestionView, { type: 'cloze' }>;
}

/** The text with what stood in its gaps, what belonged there, and below it what is said to each. */
export function ReviewedCloze({ review: { value, key, feedback, verdict }, question }: ReviewedClozeProps) {
  const filled = filledOf(value);
  const right = filledOf(key);
  const find = (id: string): GapView | undefined => question.gaps.find((one) => one.id === id);
  const said = question.gaps.flatMap(({ id }, index) =>
    feedback?.[id] ? [[index + 1, feedback[id]] as const] : [],
  );
  return (
    <>
      <div className={css.cloze}>
        <Markdown
          onPaper
          text={question.text}
          gap={(id) => {
            const gap = find(id);
            return (
              gap && (
                <Filled gap={gap} given={filled[id]} belongs={right[id]} allRight={verdict === 'right'} />
              )
            );
          }}
        />
      </div>
      {said.map(([number, text]) => (
        <p key={number} className={css.said}>
          {number}: {text}
        </p>
      ))}
    </>
  );
}

interface FilledProps {
  gap: GapView;
  given: string | undefined;
  belongs: string | undefined;
  allRight: boolean;
}

/** Of a typed gap the key is one of many ways to be right, so it is shown unless everything was. */
function Filled({ gap, given, belongs, allRight }: FilledProps) {
  const { t } = useTranslation();
  const known = belongs !== undefined;
  const same = given === belongs || allRight;
  const sure = known && (gap.kind === 'choice' || same);
  return (
    <>
      <span className={cx(css.given, sure && (same ? css.good : css.off))}>
        {given ? (
          <MarkdownLine text={gap.kind === 'choice' ? textOf(gap.options, given) : given} />
        ) : (
          t('result.gap')
        )}
      </span>
      {known && !same && (
        <span className={cx(css.given, css.key)}>
          <span className="visually-hidden">{t('result.key')}: </span>
          <MarkdownLine text={gap.kind === 'choice' ? textOf(gap.options, belongs) : belongs} />
        </span>
      )}
    </>
  );
}
