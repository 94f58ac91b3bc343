import { describe, expect, it } from 'vitest';
import { stepOf } from './moves';

const caret = (start: number, end = start, length = 3) => ({ start, end, length });

describe('keys in the table', () => {
  it('go up and down from anywhere', () => {
    expect(stepOf('ArrowDown', caret(1))).toEqual([1, 0]);
    expect(stepOf('ArrowUp', null)).toEqual([-1, 0]);
    expect(stepOf('Enter', caret(2))).toEqual([1, 0]);
  });

  it('leave a text sideways only at its ends, or when all of it is selected', () => {
    expect(stepOf('ArrowLeft', caret(1))).toBeNull();
    expect(stepOf('ArrowLeft', caret(0))).toEqual([0, -1]);
    expect(stepOf('ArrowRight', caret(2))).toBeNull();
    expect(stepOf('ArrowRight', caret(3))).toEqual([0, 1]);
    expect(stepOf('ArrowLeft', caret(0, 3))).toEqual([0, -1]);
    expect(stepOf('ArrowRight', caret(0, 2))).toBeNull();
  });

  it('press a button with Enter rather than leave it', () => {
    expect(stepOf('Enter', null)).toBeNull();
    expect(stepOf('x', null)).toBeNull();
  });
});
