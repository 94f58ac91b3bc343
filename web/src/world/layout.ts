/**
 * Where everything stands, in metres from the middle of the floor: x to the right, z towards the back of the room.
 * The one source for what is drawn, what is bumped into and where somebody can sit. Pure.
 */

export const ROOM = { width: 18, depth: 18, height: 4.6 } as const;
export const FRONT = -ROOM.depth / 2;
export const LEFT = -ROOM.width / 2;

export interface Spot {
  x: number;
  z: number;
  /** Turn about the y axis; 0 looks along +z, towards the back wall. */
  heading: number;
}

export interface Box extends Spot {
  halfWidth: number;
  halfDepth: number;
}

/** The rows stand on arcs around a point behind the board, so that every seat looks at it. */
const FOCUS_Z = -12;
const ROWS = [
  { radius: 7.4, desks: 4, step: 0.34 },
  { radius: 9.7, desks: 5, step: 0.265 },
  { radius: 12, desks: 6, step: 0.216 },
] as const;
/** Chairs stand this far behind the middle of their desk, and this far from its middle line. */
const CHAIR_BACK = 0.62;
const CHAIR_SIDE = 0.42;

export const DESK = { width: 1.7, depth: 0.62, height: 0.66 } as const;

export const DESKS: Spot[] = ROWS.flatMap((row) =>
  Array.from({ length: row.desks }, (_, i) => {
    const angle = (i - (row.desks - 1) / 2) * row.step;
    return {
      x: Math.sin(angle) * row.radius,
      z: FOCUS_Z + Math.cos(angle) * row.radius,
      heading: angle + Math.PI,
    };
  }),
);

export const CHAIRS: Spot[] = DESKS.flatMap((desk) =>
  [-CHAIR_SIDE, CHAIR_SIDE].map((side) => {
    const behind = { x: -Math.sin(desk.heading), z: -Math.cos(desk.heading) };
    return {
      x: desk.x + behind.x * CHAIR_BACK + behind.z * side,
      z: desk.z + behind.z * CHAIR_BACK - behind.x * side,
      heading: desk.heading,
    };
  }),
);

export const POUFS: Spot[] = [
  { x: -6.7, z: 5.6, heading: 2.4 },
  { x: -4.7, z: 7, heading: -2.6 },
  { x: -7, z: 7.6, heading: 1.2 },
];

export const SEATS: Spot[] = [...CHAIRS, ...POUFS];

export const TEACHER_DESK: Box = { x: 5.2, z: -7, heading: 0.25, halfWidth: 1, halfDepth: 0.4 };

/** What stands along the walls, as boxes to walk around. */
export const OBSTACLES: Box[] = [
  ...DESKS.map((desk) => ({ ...desk, halfWidth: DESK.width / 2, halfDepth: DESK.depth / 2 })),
  TEACHER_DESK,
  { x: 8.7, z: -2.5, heading: 0, halfWidth: 0.3, halfDepth: 3.2 },
  { x: -1.6, z: 8.7, heading: 0, halfWidth: 1.6, halfDepth: 0.3 },
  { x: -8.3, z: -8.3, heading: 0, halfWidth: 0.5, halfDepth: 0.5 },
  { x: 8.3, z: 2.2, heading: 0, halfWidth: 0.45, halfDepth: 0.45 },
  { x: -8.35, z: 8.4, heading: 0, halfWidth: 0.45, halfDepth: 0.45 },
];

export const DOOR = { x: ROOM.width / 2, z: 6.6, width: 1.3, height: 2.35 } as const;
export const WINDOWS = { width: 2.5, bottom: 0.85, top: 3.75, centres: [-6.7, -3.35, 0, 3.35, 6.7] } as const;
export const BOARD = { width: 7.6, height: 2.5, bottom: 1.05 } as const;

/** Where the sun stands, as a direction from the floor: low and in the windows, a little from the front. */
export const SUN = { x: -0.78, y: 0.54, z: -0.32 } as const;

/** Where somebody comes in: teachers at the board, everybody else by the door, spread so that nobody stands in another. */
export function entrance(teaches: boolean, random: () => number = Math.random): Spot {
  const [side, deep] = [random() - 0.5, random() - 0.5];
  if (teaches) return { x: 0.6 + side * 1.6, z: -5.85 + deep * 0.4, heading: 0 };
  return { x: 3.4 + side * 5, z: 3.5 + deep * 1.6, heading: Math.PI };
}

/** The free seat nearest to a point; `taken` says where others are. Null when every seat is taken. */
export function seatNear(x: number, z: number, taken: Iterable<{ x: number; z: number }>): Spot | null {
  const others = [...taken];
  let best: Spot | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const seat of SEATS) {
    const distance = Math.hypot(seat.x - x, seat.z - z);
    if (
      distance >= bestDistance ||
      others.some((other) => Math.hypot(other.x - seat.x, other.z - seat.z) < 0.35)
    )
      continue;
    best = seat;
    bestDistance = distance;
  }
  return best;
}

/** Somebody who stands exactly where a seat is, sits on it: so late-comers see it too, without being told. */
export const isSeated = (x: number, z: number): boolean =>
  SEATS.some((seat) => Math.abs(seat.x - x) < 0.06 && Math.abs(seat.z - z) < 0.06);
