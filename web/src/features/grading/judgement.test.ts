import { describe, expect, it } from 'vitest';
import type { Criterion } from '@/generated/schema';
import { fractionOf, nextCriterion, readShare, segmentsOf } from './judgement';

const criterion = (id: string, ...points: number[]): Criterion => ({
  id,
  text: id,
  levels: points.map((one) => ({ points: one, text: String(one) })),
});
const RUBRIC = [criterion('a', 0, 1, 3), criterion('b', 0, 1)];

describe('a judgement', () => {
  it('adds the levels up, as the server does', () => {
    expect(fractionOf(RUBRIC, { a: 2, b: 1 })).toBe(1);
    expect(fractionOf(RUBRIC, { a: 1, b: 1 })).toBe(0.5);
    expect(fractionOf(RUBRIC, { a: 1 })).toBeNull();
  });

  it('reads points with a comma, up to what there is', () => {
    expect(readShare('2,5', 5)).toBe(0.5);
    expect(readShare('6', 5)).toBeNull();
    expect(readShare('-1', 5)).toBeNull();
    expect(readShare('', 5)).toBeNull();
  });

  it('aims a key at the first criterion that has no level', () => {
    expect(nextCriterion(RUBRIC, {})?.id).toBe('a');
    expect(nextCriterion(RUBRIC, { a: 0 })?.id).toBe('b');
    expect(nextCriterion(RUBRIC, { a: 0, b: 0 })?.id).toBe('b');
  });
});

describe('an answer with remarks', () => {
  it('is cut where they begin and end', () => {
    const remarks = [
      { start: 0, end: 4 },
      { start: 2, end: 6 },
    ];
    expect(segmentsOf('abcdefgh', remarks)).toEqual([
      { text: 'ab', remarks: [0] },
      { text: 'cd', remarks: [0, 1] },
      { text: 'ef', remarks: [1] },
      { text: 'gh', remarks: [] },
    ]);
  });

  it('survives remarks about what is not there', () => {
    expect(segmentsOf('ab', [{ start: 1, end: 99 }])).toEqual([
      { text: 'a', remarks: [] },
      { text: 'b', remarks: [0] },
    ]);
    expect(segmentsOf('', [])).toEqual([]);
  });
});
