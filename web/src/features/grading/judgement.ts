import type { Criterion } from '@/generated/schema';

/** The share of the points that levels of a rubric give; null until every criterion has one. */
export function fractionOf(rubric: Criterion[], levels: Record<string, number>): number | null {
  let reached = 0;
  let best = 0;
  for (const criterion of rubric) {
    const level = criterion.levels[levels[criterion.id] ?? -1];
    if (!level) return null;
    reached += level.points;
    best += Math.max(...criterion.levels.map((one) => one.points));
  }
  return best > 0 ? reached / best : 0;
}

/** The share that typed points are of what can be had; null when they are no such points. */
export function readShare(text: string, most: number): number | null {
  if (!/^\d{1,5}(?:[.,]\d{1,6})?$/.test(text.trim())) return null;
  const points = Number(text.trim().replace(',', '.'));
  return points <= most ? points / most : null;
}

/** The first criterion without a level, at which a digit key aims; the last one when all have theirs. */
export const nextCriterion = (rubric: Criterion[], levels: Record<string, number>): Criterion | undefined =>
  rubric.find((one) => levels[one.id] === undefined) ?? rubric.at(-1);

export interface Segment {
  text: string;
  /** The places of the remarks that cover it. */
  remarks: number[];
}

/** A text cut wherever a remark begins or ends. */
export function segmentsOf(text: string, remarks: readonly { start: number; end: number }[]): Segment[] {
  const inside = (at: number) => Math.min(Math.max(at, 0), text.length);
  const cuts = new Set([
    0,
    text.length,
    ...remarks.flatMap(({ start, end }) => [inside(start), inside(end)]),
  ]);
  const ordered = [...cuts].sort((a, b) => a - b);
  return ordered.slice(0, -1).map((from, place) => {
    const to = ordered[place + 1] ?? text.length;
    return {
      text: text.slice(from, to),
      remarks: remarks.flatMap(({ start, end }, index) =>
        inside(start) <= from && to <= inside(end) ? [index] : [],
      ),
    };
  });
}
