import { describe, expect, it, vi } from 'vitest';
import { CHAIRS } from '../layout';
import { Walker } from './walker';

const START = { x: 3, z: 5, heading: 0 };

function walker() {
  const tell = vi.fn();
  return { tell, walker: new Walker(START, tell) };
}

describe('walking', () => {
  it('goes where the camera looks', () => {
    const { walker: me } = walker();
    for (let frame = 0; frame < 20; frame += 1) me.step({ x: 0, y: 1 }, 0, 0.05);
    expect(me.at.z).toBeGreaterThan(6);
    expect(me.at.x).toBeCloseTo(3);
  });

  it('stops at once when nothing is wanted', () => {
    const { walker: me } = walker();
    me.step({ x: 0, y: 1 }, 0, 0.05);
    me.step({ x: 0, y: 0 }, 0, 0.05);
    expect(me.speed).toBe(0);
  });
});

describe('reports', () => {
  it('are sent once for a place, and at most ten times a second', () => {
    const { walker: me, tell } = walker();
    me.report(1000);
    me.report(1200);
    expect(tell).toHaveBeenCalledTimes(1);
    me.step({ x: 0, y: 1 }, 0, 0.05);
    me.report(1050);
    expect(tell).toHaveBeenCalledTimes(1);
    me.report(1250);
    expect(tell).toHaveBeenCalledTimes(2);
  });

  it('are sent again after a new entrance, though nothing moved', () => {
    const { walker: me, tell } = walker();
    me.report(1000);
    me.reportAnew();
    me.report(1200);
    expect(tell).toHaveBeenCalledTimes(2);
  });
});

describe('sitting', () => {
  it('takes the nearest free seat, and gets up from it', () => {
    const { walker: me } = walker();
    expect(me.sitOrStand([])).toBe('sit');
    expect(me.seated).toBe(true);
    expect(me.sitOrStand([])).toBe('stand');
    expect(me.seated).toBe(false);
  });

  it('is not possible where every seat is taken', () => {
    const { walker: me } = walker();
    const everywhere = Array.from({ length: 400 }, (_, i) => ({ x: (i % 20) - 10, z: i / 20 - 10 }));
    expect(
      me.sitOrStand([...CHAIRS, ...everywhere, { x: -6.7, z: 5.6 }, { x: -4.7, z: 7 }, { x: -7, z: 7.6 }]),
    ).toBeNull();
  });

  it('ends with the first step', () => {
    const { walker: me } = walker();
    me.sitOrStand([]);
    me.step({ x: 0, y: 1 }, 0, 0.05);
    expect(me.seated).toBe(false);
  });
});
