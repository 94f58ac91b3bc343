import { useTranslation } from 'react-i18next';
import type { GradedQuestion } from '@/generated/schema';
import { cx } from '@/ui/cx';
import { Field } from '@/ui/Field';
import css from './GradingView.module.css';
import { useNumbers } from './numbers';
import type { Judging } from './useJudging';

/** What an answer is worth: a level for each criterion, or points where there is no rubric. */
export function Scale({ question, judging }: { question: GradedQuestion; judging: Judging }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const reached = judging.share === null ? null : judging.share * question.points;
  if (!judging.byRubric)
    return (
      <Field
        label={t('grading.points', { max: numbers.plain(question.points) })}
        inputMode="decimal"
        autoComplete="off"
        value={judging.points}
        error={judging.points && judging.share === null ? t('grading.noPoints') : undefined}
        onChange={(event) => judging.setPoints(event.target.value)}
      />
    );
  return (
    <>
      {question.rubric.map((criterion) => (
        <fieldset key={criterion.id} className={css.criterion}>
          <legend>{criterion.text}</legend>
          {criterion.levels.map((level, place) => (
            <label
              key={`${level.points}:${level.text}`}
              className={cx(css.level, judging.levels[criterion.id] === place && css.chosen)}
            >
              <input
                type="radio"
                name={criterion.id}
                checked={judging.levels[criterion.id] === place}
                onChange={() => judging.choose(criterion.id, place)}
              />
              <kbd>{place + 1}</kbd>
              <span>{level.text}</span>
              <b>{numbers.plain(level.points)}</b>
            </label>
          ))}
        </fieldset>
      ))}
      <p className={css.sum} role="status">
        {t('grading.sum', { points: numbers.plain(reached), max: numbers.plain(question.points) })}
      </p>
    </>
  );
}
