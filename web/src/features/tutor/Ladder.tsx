import { useTranslation } from 'react-i18next';
import type { TutorAnswer } from '@/generated/schema';
import { cx } from '@/ui/cx';
import css from './Tutor.module.css';

type Rung = NonNullable<TutorAnswer['rung']>;
const RUNGS: Rung[] = ['nudge', 'hint', 'step', 'full'];

/** How much of a solution this answer gives: four steps, lit up to where it stands, with a word beside them. */
export function Ladder({ rung }: { rung: Rung }) {
  const { t } = useTranslation();
  const at = RUNGS.indexOf(rung);
  return (
    <p className={css.ladder}>
      <span className={css.rungs} aria-hidden="true">
        {RUNGS.map((one, place) => (
          <i key={one} className={cx(place <= at && css.lit)} />
        ))}
      </span>
      {t(`tutor.rung.${rung}`)}
    </p>
  );
}
