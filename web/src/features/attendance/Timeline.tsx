import { useTranslation } from 'react-i18next';
import type { SpanView } from '@/generated/schema';
import { useDates } from '@/lib/days';
import css from './Status.module.css';
import { strokes } from './statuses';

interface TimelineProps {
  spans: SpanView[];
  start: string;
  end: string;
  /** Until when one could come without being late, in minutes after the start. */
  lateAfter?: number;
}

/** Somebody's time in a session, drawn from its start to its end. */
export function Timeline({ spans, start, end, lateAfter }: TimelineProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const [from, until] = [Date.parse(start), Date.parse(end)];
  const late = lateAfter === undefined ? null : (lateAfter * 60_000 * 1000) / Math.max(until - from, 1);
  const words = spans.map((span) => `${dates.time(span.start)} – ${dates.time(span.end)}`).join(', ');
  return (
    <svg
      className={css.timeline}
      viewBox="0 0 1000 20"
      preserveAspectRatio="none"
      role="img"
      aria-label={words || t('attendance.notThere')}
    >
      <title>{words || t('attendance.notThere')}</title>
      <rect className={css.track} width="1000" height="20" rx="6" />
      {strokes(spans, from, until).map((stroke) => (
        <rect key={stroke.x} className={css.there} x={stroke.x} width={stroke.width} height="20" rx="6" />
      ))}
      {late !== null && late > 0 && late < 1000 && (
        <line className={css.limit} x1={late} x2={late} y1="0" y2="20" />
      )}
    </svg>
  );
}
