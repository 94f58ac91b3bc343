import { describe, expect, it } from 'vitest';
import { DELAY, type Motion, Snapshots, shortestTurn } from './snapshots';

const at = (): Motion => ({ x: 0, y: 0, z: 0, heading: 0, speed: 0 });

function read(snapshots: Snapshots, time: number): Motion {
  const motion = at();
  snapshots.at(time, motion);
  return motion;
}

describe('Snapshots', () => {
  it('stands where it was placed until something is heard', () => {
    expect(read(new Snapshots([1, 0, 2], 0.5), 9999)).toMatchObject({ x: 1, z: 2, heading: 0.5, speed: 0 });
  });

  it('is between two snapshots at a time between them', () => {
    const snapshots = new Snapshots([0, 0, 0], 0);
    snapshots.push(1000, [0, 0, 0], 0);
    snapshots.push(1100, [0.2, 0, 0], 1);
    expect(read(snapshots, 1050)).toMatchObject({ x: 0.1, heading: 0.5 });
    expect(read(snapshots, 1050).speed).toBeCloseTo(2);
  });

  it('stays at the newest snapshot rather than guess on', () => {
    const snapshots = new Snapshots([0, 0, 0], 0);
    snapshots.push(1000, [0, 0, 0], 0);
    snapshots.push(1100, [0.2, 0, 0], 0);
    expect(read(snapshots, 5000)).toMatchObject({ x: 0.2, speed: 0 });
  });

  it('takes silence as standing still, then one step at a walk', () => {
    const snapshots = new Snapshots([0, 0, 0], 0);
    snapshots.push(1000, [0, 0, 0], 0);
    snapshots.push(9000, [0.26, 0, 0], 0);
    expect(read(snapshots, 8800).x).toBe(0);
    expect(read(snapshots, 8950).x).toBeCloseTo(0.13);
  });

  it('takes a leap at once', () => {
    const snapshots = new Snapshots([0, 0, 0], 0);
    snapshots.push(1000, [0, 0, 0], 0);
    snapshots.push(1100, [8, 0, 0], 0);
    expect(read(snapshots, 1050)).toMatchObject({ x: 0, speed: 0 });
    expect(read(snapshots, 1100).x).toBe(8);
  });

  it('ignores what arrives late or twice', () => {
    const snapshots = new Snapshots([0, 0, 0], 0);
    snapshots.push(1000, [1, 0, 0], 0);
    snapshots.push(1000, [5, 0, 0], 0);
    snapshots.push(900, [6, 0, 0], 0);
    expect(read(snapshots, 2000).x).toBe(1);
  });
});

/** Somebody who walks at 2 m/s and is told of every `spacing` ms, as drawn at 60 frames a second. */
function drawn(snapshots: Snapshots, spacing: number, from: number, until: number): Motion[] {
  const frames: Motion[] = [];
  let told = from;
  for (let now = from; now <= until; now += 1000 / 60) {
    for (; told <= now; told += spacing) snapshots.push(told, [told * 0.002, 0, 0], 0);
    const motion = at();
    snapshots.read(now, motion);
    frames.push(motion);
  }
  return frames;
}

const strides = (frames: Motion[]): number[] =>
  frames.slice(1).map((frame, i) => frame.x - (frames[i] as Motion).x);

describe('the delay', () => {
  it('is short for somebody near', () => {
    const snapshots = new Snapshots([0, 0, 0], 0);
    drawn(snapshots, 50, 0, 3000);
    expect(snapshots.delay).toBe(DELAY.least);
  });

  it.each([200, 1000])('grows to what news every %i ms needs, and then nobody stops or jumps', (spacing) => {
    const snapshots = new Snapshots([0, 0, 0], 0);
    drawn(snapshots, spacing, 0, 6001);
    expect(snapshots.delay).toBeCloseTo(spacing * 1.2 + 30, 0);
    const steps = strides(drawn(snapshots, spacing, 6000 + spacing, 12_000)).slice(60);
    expect(Math.min(...steps)).toBeGreaterThan(0.025);
    expect(Math.max(...steps)).toBeLessThan(0.042);
  });

  it('changes gradually: nobody goes backwards or runs', () => {
    const snapshots = new Snapshots([0, 0, 0], 0);
    drawn(snapshots, 1000, 0, 8000);
    const nearer = strides(drawn(snapshots, 50, 8050, 14_000));
    expect(Math.min(...nearer)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...nearer.slice(60))).toBeLessThan((2 / 60) * 1.4);
    expect(snapshots.delay).toBeLessThan(200);
  });

  it('is not lengthened by standing still', () => {
    const snapshots = new Snapshots([0, 0, 0], 0);
    snapshots.push(1000, [0, 0, 0], 0);
    snapshots.push(9000, [0.26, 0, 0], 0);
    snapshots.push(10_000, [0.26, 0, 0], 1);
    const motion = at();
    for (let now = 10_000; now < 12_000; now += 16) snapshots.read(now, motion);
    expect(snapshots.delay).toBe(DELAY.least);
  });
});

describe('shortestTurn', () => {
  it('goes over the seam at pi instead of all the way round', () => {
    expect(shortestTurn(3, -3)).toBeCloseTo(2 * Math.PI - 6);
    expect(shortestTurn(-3, 3)).toBeCloseTo(6 - 2 * Math.PI);
    expect(shortestTurn(0.5, 1)).toBeCloseTo(0.5);
  });
});
