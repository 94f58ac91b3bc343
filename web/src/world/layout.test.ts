import { describe, expect, it } from 'vitest';
import { CHAIRS, DESK, DESKS, entrance, isSeated, ROOM, SEATS, seatNear } from './layout';
import { BODY, isFree, pushOut, withinRoom } from './motion/collide';

describe('seats', () => {
  it('are inside the room, look at the board, and are not inside a desk', () => {
    for (const chair of CHAIRS) {
      expect(Math.abs(chair.x)).toBeLessThan(ROOM.width / 2 - BODY);
      expect(Math.cos(chair.heading)).toBeLessThan(0);
      expect(isFree(chair.x, chair.z)).toBe(true);
    }
  });

  it('are found nearest first, without those that are taken', () => {
    const [first] = SEATS;
    if (!first) throw new Error('a room without seats');
    expect(seatNear(first.x + 0.1, first.z, [])).toEqual(first);
    expect(seatNear(first.x + 0.1, first.z, [first])).not.toEqual(first);
    expect(seatNear(0, 0, SEATS)).toBeNull();
  });

  it('are known by who stands exactly there', () => {
    const [first] = SEATS;
    expect(first && isSeated(first.x, first.z)).toBe(true);
    expect(isSeated(0, 8)).toBe(false);
  });
});

describe('entrances', () => {
  it('are never inside of anything', () => {
    for (const teaches of [true, false])
      for (const chance of [0, 0.25, 0.5, 0.75, 1]) {
        const spot = entrance(teaches, () => chance);
        expect(isFree(spot.x, spot.z)).toBe(true);
      }
  });
});

describe('collision', () => {
  it('leaves free space alone', () => {
    const point = { x: 3, z: 5 };
    pushOut(point);
    expect(point).toEqual({ x: 3, z: 5 });
  });

  it('keeps bodies inside the walls', () => {
    const point = { x: 99, z: 6.6 };
    pushOut(point);
    expect(point.x).toBeCloseTo(ROOM.width / 2 - BODY);
  });

  it('pushes out of turned furniture by the shortest way', () => {
    const [halfWidth, halfDepth] = [DESK.width / 2, DESK.depth / 2];
    for (const desk of DESKS) {
      const box = { ...desk, halfWidth, halfDepth };
      const point = { x: box.x + 0.01, z: box.z + 0.01 };
      pushOut(point, [box]);
      const away = Math.hypot(point.x - box.x, point.z - box.z);
      expect(away).toBeGreaterThan(halfDepth);
    }
  });
});

describe('the camera', () => {
  it('goes all the way where nothing is, and stops before a wall', () => {
    expect(withinRoom([0, 1.5, 0], [0, 2, 3])).toBe(1);
    expect(withinRoom([0, 1.5, 8], [0, 1.5, 12])).toBeLessThan(0.3);
  });
});
