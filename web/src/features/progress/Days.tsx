import { useTranslation } from 'react-i18next';
import type { DayCount } from '@/generated/schema';
import css from './Progress.module.css';

const WIDTH = 10;
const HEIGHT = 56;

/** Four weeks as bars on a ledge, none where there was nothing at all. `label` says the same in a sentence. */
export function Days({ days, label }: { days: DayCount[]; label: string }) {
  const { i18n } = useTranslation();
  if (days.every((day) => day.count === 0)) return null;
  const most = Math.max(1, ...days.map((day) => day.count));
  const date = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const first = days[0];
  const last = days.at(-1);
  return (
    <figure className={css.days}>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${days.length * WIDTH} ${HEIGHT + 6}`}
        preserveAspectRatio="none"
      >
        {days.map((day, index) => {
          const height = day.count > 0 ? Math.max(6, (day.count / most) * HEIGHT) : 2;
          return (
            <rect
              key={day.day}
              x={index * WIDTH + 1.5}
              y={HEIGHT - height}
              width={WIDTH - 3}
              height={height}
              rx={2}
              fill={day.count > 0 ? 'var(--spruce)' : 'var(--line)'}
            >
              <title>{`${date.format(new Date(day.day))}: ${day.count}`}</title>
            </rect>
          );
        })}
        <rect x="0" y={HEIGHT + 1} width={days.length * WIDTH} height="4" fill="var(--birch)" />
      </svg>
      <figcaption>
        <span>{first && date.format(new Date(first.day))}</span>
        <span>{last && date.format(new Date(last.day))}</span>
      </figcaption>
    </figure>
  );
}
