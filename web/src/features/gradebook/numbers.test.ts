import { describe, expect, it } from 'vitest';
import { readPoints } from './numbers';

describe('readPoints', () => {
  it('reads a comma and a point alike', () => {
    expect(readPoints(' 7,5 ')).toEqual({ points: 7.5 });
    expect(readPoints('7.5')).toEqual({ points: 7.5 });
  });

  it('takes an empty cell for no mark', () => {
    expect(readPoints('  ')).toEqual({ points: null });
  });

  it.each(['-1', '1.000,5', '1e3', 'good', '٣'])('does not guess what %s means', (text) => {
    expect(readPoints(text)).toBe('unreadable');
  });
});
