import type { AttendanceCounts, AttendanceStatus, SpanView } from '@/generated/schema';

/** In the order in which they are drawn: from there to not there. */
export const STATUSES = [
  'present',
  'late',
  'leftEarly',
  'partial',
  'excused',
  'absent',
] as const satisfies readonly AttendanceStatus[];

export const total = (counts: AttendanceCounts): number =>
  STATUSES.reduce((sum, status) => sum + counts[status], 0);

export interface Stroke {
  /** Thousandths of the session. */
  x: number;
  width: number;
}

/** Where stretches of presence lie in the time of a session. None is too short to be seen. */
export function strokes(spans: SpanView[], start: number, end: number): Stroke[] {
  const length = Math.max(end - start, 1);
  const place = (moment: string) =>
    Math.min(Math.max(((Date.parse(moment) - start) / length) * 1000, 0), 1000);
  return spans.map((span) => {
    const x = place(span.start);
    return { x, width: Math.max(place(span.end) - x, 4) };
  });
}
