import type { BufferGeometry } from 'three';
import { Kit, type Placing } from '../kit';
import { BOARD, FRONT, ROOM, WINDOWS } from '../layout';
import { PALETTE } from '../palette';
import { seeded } from './canvas';

const RIGHT = ROOM.width / 2;
const BACK = ROOM.depth / 2;
const BOOKS = [
  PALETTE.clay,
  PALETTE.spruce,
  PALETTE.sun,
  PALETTE.sky,
  PALETTE.chalk,
  PALETTE.birchDeep,
  '#7d6a9c',
  '#a9573f',
];

/** What makes a room somebody's: shelves, plants, lamps, drawings on the wall. One geometry. */
export function decor(detailed: boolean): BufferGeometry {
  const kit = new Kit();
  shelf(kit, RIGHT - 0.32, -2.5, -Math.PI / 2, 6.2, detailed);
  shelf(kit, -1.6, BACK - 0.32, Math.PI, 3.1, detailed);
  for (const [x, z] of LAMPS) lamp(kit, x, z);
  plant(kit, -8.3, -8.3, 1.25, detailed);
  plant(kit, 8.3, 2.2, 1, detailed);
  plant(kit, -8.35, 8.4, 0.85, detailed);
  for (const [i, z] of WINDOWS.centres.entries()) sillPlants(kit, z, i, detailed);
  pinboard(kit);
  clock(kit);
  hooks(kit);
  globe(kit);
  return kit.build();
}

const LAMPS = [
  [-4.5, -3.6],
  [0, -3.6],
  [4.5, -3.6],
  [-4.5, 2.4],
  [0, 2.4],
  [4.5, 2.4],
] as const;

function lamp(kit: Kit, x: number, z: number): void {
  const profile = [
    [0.36, 0],
    [0.34, 0.06],
    [0.25, 0.17],
    [0.1, 0.25],
    [0.04, 0.34],
    [0, 0.34],
  ] as const;
  kit.turned(profile, { at: [x, 3.05, z], colour: PALETTE.spruce });
  kit.ball(0.15, { at: [x, 3.1, z], colour: '#fff6da' }, 12);
  kit.rod(0.008, 0.008, ROOM.height - 3.35, { at: [x, (ROOM.height + 3.35) / 2, z], colour: PALETTE.ink }, 5);
}

/** A low shelf of three boards with books; `turn` 0 opens it towards +z. */
function shelf(kit: Kit, x: number, z: number, turn: number, width: number, detailed: boolean): void {
  const random = seeded(Math.round(width * 100));
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const put = (lx: number, y: number, lz: number, placing: { colour: string; lean?: number }): Placing => ({
    at: [x + lx * cos + lz * sin, y, z - lx * sin + lz * cos],
    turn: [0, turn, placing.lean ?? 0],
    colour: placing.colour,
  });
  const tall = 1.3;
  const deep = 0.42;
  for (const y of [0.06, 0.48, 0.9, tall])
    kit.slab(width, 0.045, deep, 0.015, put(0, y, 0, { colour: PALETTE.birchLight }));
  const columns = Math.round(width / 1.55);
  for (let i = 0; i <= columns; i += 1)
    kit.box(
      0.04,
      tall,
      deep,
      put(-width / 2 + 0.02 + (i * (width - 0.04)) / columns, tall / 2 + 0.03, 0, { colour: PALETTE.birch }),
    );
  kit.box(width, tall, 0.02, put(0, tall / 2, -deep / 2, { colour: PALETTE.birchDeep }));
  const step = detailed ? 1 : 2.2;
  for (const y of [0.085, 0.505, 0.925]) {
    let along = -width / 2 + 0.1;
    while (along < width / 2 - 0.14) {
      const thick = (0.045 + random() * 0.05) * step;
      const high = 0.22 + random() * 0.11;
      const colour = BOOKS[Math.floor(random() * BOOKS.length)] ?? PALETTE.clay;
      if (random() < 0.9)
        kit.box(
          thick,
          high,
          0.24,
          put(along + thick / 2, y + high / 2, 0.02, { colour, lean: random() < 0.08 ? 0.14 : 0 }),
        );
      along += thick + (random() < 0.06 ? 0.25 : 0.006);
    }
  }
}

function plant(kit: Kit, x: number, z: number, size: number, detailed: boolean): void {
  const pot = [
    [0.02, 0],
    [0.2, 0],
    [0.27, 0.36],
    [0.29, 0.4],
    [0.25, 0.4],
    [0, 0.37],
  ] as const;
  kit.turned(pot, { at: [x, 0, z], scale: size, colour: size > 1 ? PALETTE.wool : PALETTE.clay });
  const random = seeded(Math.round(size * 1000));
  const leaves = detailed ? 22 : 11;
  kit.rod(0.02 * size, 0.03 * size, 1.1 * size, { at: [x, 0.85 * size, z], colour: PALETTE.birchDeep }, 6);
  for (let i = 0; i < leaves; i += 1) {
    const around = i * 2.4;
    const high = (0.7 + (i / leaves) * 0.95) * size;
    const out = (0.2 + random() * 0.14) * size;
    kit.ball(
      0.19 * size,
      {
        at: [x + Math.cos(around) * out, high + 0.05, z + Math.sin(around) * out],
        turn: [Math.sin(around) * 0.8, 0, -Math.cos(around) * 0.8],
        scale: [0.72, 1.25, 0.32 + random() * 0.2],
        colour: random() < 0.5 ? PALETTE.leaf : PALETTE.leafDeep,
      },
      8,
    );
  }
}

function sillPlants(kit: Kit, z: number, seed: number, detailed: boolean): void {
  const random = seeded(seed * 77 + 5);
  const x = -RIGHT + 0.16;
  const y = WINDOWS.bottom + 0.02;
  for (const side of [-0.8, 0.75]) {
    if (random() < 0.25) continue;
    const at = z + side + random() * 0.3;
    kit.rod(0.1, 0.075, 0.16, {
      at: [x, y + 0.08, at],
      colour: [PALETTE.clay, PALETTE.chalk, PALETTE.sky][Math.floor(random() * 3)] ?? PALETTE.clay,
    });
    const leaves = detailed ? 7 : 4;
    for (let i = 0; i < leaves; i += 1)
      kit.ball(
        0.075,
        {
          at: [x + Math.cos(i * 2.2) * 0.06, y + 0.21 + i * 0.028, at + Math.sin(i * 2.2) * 0.07],
          scale: [0.8, 1.5, 0.8],
          colour: i % 2 ? PALETTE.leaf : PALETTE.leafDeep,
        },
        7,
      );
  }
}

/** Drawings that the class has pinned to the back wall. */
function pinboard(kit: Kit): void {
  const random = seeded(42);
  const z = BACK - 0.03;
  kit.slab(4.6, 1.5, 0.06, 0.02, { at: [2.6, 2.05, z], colour: PALETTE.birch });
  kit.box(4.4, 1.32, 0.03, { at: [2.6, 2.05, z - 0.025], colour: '#d8b98a' });
  const papers = [PALETTE.chalk, PALETTE.sky, '#f3d58c', '#e9b8a3', '#bcd3bd', PALETTE.chalk];
  for (let i = 0; i < 12; i += 1) {
    const at = [0.75 + (i % 6) * 0.74, i < 6 ? 2.38 : 1.74, z - 0.05] as const;
    const lean = (random() - 0.5) * 0.16;
    kit.box(0.48, 0.4 + random() * 0.14, 0.008, {
      at,
      turn: [0, 0, lean],
      colour: papers[Math.floor(random() * 6)] ?? PALETTE.chalk,
    });
    const shape = BOOKS[Math.floor(random() * BOOKS.length)] ?? PALETTE.clay;
    kit.ball(
      0.1,
      { at: [at[0], at[1] - 0.02, at[2] - 0.004], scale: [1, 0.6 + random() * 0.6, 0.04], colour: shape },
      10,
    );
    kit.ball(0.016, { at: [at[0], at[1] + 0.19, at[2] - 0.01], colour: PALETTE.clay }, 6);
  }
}

function clock(kit: Kit): void {
  const x = BOARD.width / 2 + 1.9;
  const z = FRONT + 0.04;
  const around = [Math.PI / 2, 0, 0] as const;
  kit.rod(0.42, 0.42, 0.08, { at: [x, 3, z], turn: around, colour: PALETTE.spruceDeep }, 32);
  kit.rod(0.37, 0.37, 0.09, { at: [x, 3, z], turn: around, colour: PALETTE.white }, 32);
  for (let hour = 0; hour < 12; hour += 1) {
    const angle = (hour * Math.PI) / 6;
    kit.box(0.022, hour % 3 ? 0.05 : 0.09, 0.01, {
      at: [x + Math.sin(angle) * 0.3, 3 + Math.cos(angle) * 0.3, z + 0.046],
      turn: [0, 0, -angle],
      colour: PALETTE.ink,
    });
  }
}

function hooks(kit: Kit): void {
  const x = RIGHT - 0.05;
  kit.slab(0.05, 0.14, 2, 0.02, { at: [x, 1.62, 4.4], colour: PALETTE.birch });
  const coats = [PALETTE.sun, PALETTE.clay, '#7fa0b2'];
  coats.forEach((colour, i) => {
    const z = 3.75 + i * 0.62;
    kit.rod(
      0.02,
      0.02,
      0.12,
      { at: [x - 0.06, 1.62, z], turn: [0, 0, Math.PI / 2], colour: PALETTE.white },
      8,
    );
    kit.pill(0.15, 0.5, { at: [x - 0.1, 1.22, z], scale: [0.55, 1, 1], colour });
    kit.pill(0.06, 0.42, { at: [x - 0.12, 1.18, z - 0.16], turn: [0.1, 0, 0], colour });
    kit.pill(0.06, 0.42, { at: [x - 0.12, 1.18, z + 0.16], turn: [-0.1, 0, 0], colour });
  });
}

function globe(kit: Kit): void {
  const at = [RIGHT - 0.32, 1.62, -4.7] as const;
  kit.ball(0.24, { at, colour: '#8fbccb' }, 18);
  for (const [x, y, z] of [
    [-0.13, 0.1, 0.1],
    [-0.16, -0.08, -0.06],
    [0.02, 0.12, -0.15],
    [-0.05, -0.12, 0.15],
  ] as const)
    kit.ball(0.13, { at: [at[0] + x, at[1] + y, at[2] + z], scale: [0.7, 0.8, 0.9], colour: '#a8bf8a' }, 10);
  kit.ring(0.28, 0.012, { at, turn: [0, 0.5, 0.4], colour: PALETTE.sun });
  kit.rod(0.1, 0.13, 0.05, { at: [at[0], 1.35, at[2]], colour: PALETTE.birchDeep });
}
