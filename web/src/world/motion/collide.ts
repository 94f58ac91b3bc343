import { type Box, OBSTACLES, ROOM } from '../layout';

/** Half the width of a person, as far as walls and desks are concerned. */
export const BODY = 0.28;

export interface Point {
  x: number;
  z: number;
}

/** Moves a point out of walls and furniture by the shortest way. Pure but for writing into `point`. */
export function pushOut(point: Point, boxes: readonly Box[] = OBSTACLES): void {
  for (const box of boxes) leave(point, box);
  point.x = clamp(point.x, ROOM.width / 2 - BODY);
  point.z = clamp(point.z, ROOM.depth / 2 - BODY);
}

/** True where somebody can stand without being pushed. */
export function isFree(x: number, z: number): boolean {
  const point = { x, z };
  pushOut(point);
  return Math.hypot(point.x - x, point.z - z) < 0.01;
}

function leave(point: Point, box: Box): void {
  const [cos, sin] = [Math.cos(box.heading), Math.sin(box.heading)];
  const [dx, dz] = [point.x - box.x, point.z - box.z];
  // Into the box's own frame, where its sides are straight.
  const x = dx * cos - dz * sin;
  const z = dx * sin + dz * cos;
  const [overX, overZ] = [box.halfWidth + BODY - Math.abs(x), box.halfDepth + BODY - Math.abs(z)];
  if (overX <= 0 || overZ <= 0) return;
  const outX = overX < overZ ? x + Math.sign(x || 1) * overX : x;
  const outZ = overX < overZ ? z : z + Math.sign(z || 1) * overZ;
  point.x = box.x + outX * cos + outZ * sin;
  point.z = box.z - outX * sin + outZ * cos;
}

/** How far along a ray from inside the room a camera may be, before a wall is in the way. 0..1 of the ray. */
export function withinRoom(
  from: readonly [number, number, number],
  to: readonly [number, number, number],
): number {
  const low = [-ROOM.width / 2 + MARGIN, 0.25, -ROOM.depth / 2 + MARGIN] as const;
  const high = [ROOM.width / 2 - MARGIN, ROOM.height - 0.45, ROOM.depth / 2 - MARGIN] as const;
  let free = 1;
  for (const axis of [0, 1, 2] as const) {
    const way = to[axis] - from[axis];
    if (Math.abs(way) < 1e-6) continue;
    const wall = way > 0 ? high[axis] : low[axis];
    free = Math.min(free, Math.max(0, (wall - from[axis]) / way));
  }
  return free;
}

const MARGIN = 0.22;
const clamp = (value: number, most: number): number => Math.min(most, Math.max(-most, value));
