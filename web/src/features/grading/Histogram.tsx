import { useTranslation } from 'react-i18next';
import css from './StatisticsView.module.css';

const WIDTH = 320;
const HEIGHT = 132;
const FOOT = 20;
const HEAD = 16;

/** How many reached which tenth of the points. */
export function Histogram({ bars }: { bars: number[] }) {
  const { t } = useTranslation();
  const most = Math.max(1, ...bars);
  const step = WIDTH / bars.length;
  const heightOf = (count: number) => ((HEIGHT - FOOT - HEAD) * count) / most;
  const spoken = bars
    .map((count, place) => (count ? t('grading.bar', { from: place * 10, to: place * 10 + 10, count }) : ''))
    .filter(Boolean)
    .join('; ');
  return (
    <figure className={css.histogram}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={spoken}>
        {bars.map((count, place) => (
          <g key={place}>
            <rect
              x={place * step + 2}
              y={HEIGHT - FOOT - Math.max(2, heightOf(count))}
              width={step - 4}
              height={Math.max(2, heightOf(count))}
              rx={3}
              className={count ? css.bar : css.noBar}
            />
            {count > 0 && (
              <text x={place * step + step / 2} y={HEIGHT - FOOT - heightOf(count) - 4} textAnchor="middle">
                {count}
              </text>
            )}
          </g>
        ))}
        {[0, 50, 100].map((percent) => (
          <text
            key={percent}
            x={(WIDTH * percent) / 100}
            y={HEIGHT - 4}
            textAnchor={percent === 0 ? 'start' : percent === 100 ? 'end' : 'middle'}
          >
            {percent} %
          </text>
        ))}
      </svg>
      <figcaption>{t('grading.histogram')}</figcaption>
    </figure>
  );
}
