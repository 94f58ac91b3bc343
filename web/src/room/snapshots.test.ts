import { describe, expect, it } from 'vitest';
import { type Motion, Snapshots, shortestTurn } from './snapshots';

const at = (): Motion => ({ x: 0, y: 0, z: 0, heading: 0, speed: 0 });

function read(snapshots: Snapshots, time: number): Motion {
  const motion = at();
  snapshots.read(time, motion);
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

describe('shortestTurn', () => {
  it('goes over the seam at pi instead of all the way round', () => {
    expect(shortestTurn(3, -3)).toBeCloseTo(2 * Math.PI - 6);
    expect(shortestTurn(-3, 3)).toBeCloseTo(6 - 2 * Math.PI);
    expect(shortestTurn(0.5, 1)).toBeCloseTo(0.5);
  });
});
