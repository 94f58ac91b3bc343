import type { BufferGeometry } from 'three';
import { Kit } from '../kit';
import { BOARD, DOOR, FRONT, LEFT, ROOM, WINDOWS } from '../layout';
import { PALETTE } from '../palette';

const { height: H, depth: D, width: W } = ROOM;
const THICK = 0.3;
const RIGHT = W / 2;
const BACK = D / 2;

/** Walls, ceiling, windows, door and the frame of the board: everything that does not stand on the floor. */
export function shell(): BufferGeometry {
  const kit = new Kit();
  walls(kit);
  for (const centre of WINDOWS.centres) windowFrame(kit, centre);
  ceiling(kit);
  panelling(kit);
  board(kit);
  door(kit);
  return kit.build();
}

function walls(kit: Kit): void {
  const { plaster, front } = PALETTE;
  kit.box(W + THICK * 2, H, THICK, { at: [0, H / 2, FRONT - THICK / 2], colour: front });
  kit.box(W + THICK * 2, H, THICK, { at: [0, H / 2, BACK + THICK / 2], colour: plaster });
  kit.box(THICK, H, D, { at: [RIGHT + THICK / 2, H / 2, 0], colour: plaster });
  // The wall of windows is what is left around the panes, so that the sun comes in through real holes.
  const x = LEFT - THICK / 2;
  kit.box(THICK, WINDOWS.bottom, D, { at: [x, WINDOWS.bottom / 2, 0], colour: plaster });
  kit.box(THICK, H - WINDOWS.top, D, { at: [x, (H + WINDOWS.top) / 2, 0], colour: plaster });
  const edges = [
    -BACK,
    ...WINDOWS.centres.flatMap((c) => [c - WINDOWS.width / 2, c + WINDOWS.width / 2]),
    BACK,
  ];
  for (let i = 0; i < edges.length; i += 2) {
    const [from = 0, to = 0] = [edges[i], edges[i + 1]];
    kit.box(THICK, WINDOWS.top - WINDOWS.bottom, to - from, {
      at: [x, (WINDOWS.top + WINDOWS.bottom) / 2, (from + to) / 2],
      colour: plaster,
    });
  }
}

function windowFrame(kit: Kit, z: number): void {
  const { width, bottom, top } = WINDOWS;
  const x = LEFT - 0.12;
  const middle = (top + bottom) / 2;
  const colour = PALETTE.white;
  for (const side of [-width / 2, 0, width / 2])
    kit.box(0.1, top - bottom, 0.1, { at: [x, middle, z + side], colour });
  for (const y of [bottom, middle + 0.35, top]) kit.box(0.1, 0.1, width, { at: [x, y, z], colour });
  kit.slab(0.5, 0.07, width + 0.35, 0.03, { at: [LEFT + 0.1, bottom - 0.02, z], colour: PALETTE.birchLight });
}

function ceiling(kit: Kit): void {
  kit.box(W + THICK * 2, THICK, D + THICK * 2, { at: [0, H + THICK / 2, 0], colour: PALETTE.ceiling });
  for (let z = -7.5; z <= 7.5; z += 3) kit.box(W, 0.26, 0.2, { at: [0, H - 0.13, z], colour: PALETTE.birch });
}

/** Birch to the height of a sill on the walls without windows, and a skirting all around. */
function panelling(kit: Kit): void {
  const tall = 0.95;
  const colour = PALETTE.birchLight;
  const slats = 0.6;
  kit.box(W, tall, 0.04, { at: [0, tall / 2, FRONT + 0.02], colour });
  kit.box(W, 0.06, 0.08, { at: [0, tall, FRONT + 0.04], colour: PALETTE.birch });
  kit.box(W, tall, 0.04, { at: [0, tall / 2, BACK - 0.02], colour });
  kit.box(W, 0.06, 0.08, { at: [0, tall, BACK - 0.04], colour: PALETTE.birch });
  for (let x = LEFT + slats; x < RIGHT; x += slats) {
    kit.box(0.015, tall, 0.02, { at: [x, tall / 2, FRONT + 0.045], colour: PALETTE.birchDeep });
    kit.box(0.015, tall, 0.02, { at: [x, tall / 2, BACK - 0.045], colour: PALETTE.birchDeep });
  }
  kit.box(0.04, 0.14, D, { at: [LEFT + 0.02, 0.07, 0], colour: PALETTE.white });
  kit.box(0.04, 0.14, D, { at: [RIGHT - 0.02, 0.07, 0], colour: PALETTE.white });
}

function board(kit: Kit): void {
  const { width, height, bottom } = BOARD;
  const z = FRONT + 0.07;
  const y = bottom + height / 2;
  const colour = PALETTE.birch;
  kit.slab(width + 0.24, 0.12, 0.12, 0.03, { at: [0, bottom + height + 0.06, z], colour });
  for (const side of [-1, 1])
    kit.slab(0.12, height + 0.2, 0.12, 0.03, { at: [(side * (width + 0.12)) / 2, y, z], colour });
  kit.slab(width + 0.3, 0.09, 0.26, 0.03, { at: [0, bottom - 0.04, z + 0.08], colour });
  const chalks = [PALETTE.chalk, PALETTE.sun, PALETTE.chalk, PALETTE.clay, PALETTE.sky];
  chalks.forEach((chalk, i) => {
    kit.rod(
      0.018,
      0.018,
      0.14,
      { at: [-1.2 + i * 0.22, bottom + 0.025, z + 0.1], turn: [0, 0.3 * i, Math.PI / 2], colour: chalk },
      8,
    );
  });
  kit.slab(0.3, 0.08, 0.12, 0.02, { at: [2.1, bottom + 0.05, z + 0.1], colour: PALETTE.ink });
}

function door(kit: Kit): void {
  const { z, width, height } = DOOR;
  const x = RIGHT - 0.02;
  const white = { colour: PALETTE.white };
  kit.box(0.12, height + 0.12, 0.12, { at: [x, height / 2 + 0.06, z - width / 2 - 0.06], ...white });
  kit.box(0.12, height + 0.12, 0.12, { at: [x, height / 2 + 0.06, z + width / 2 + 0.06], ...white });
  kit.box(0.12, 0.12, width + 0.24, { at: [x, height + 0.06, z], ...white });
  kit.slab(0.07, height, width, 0.02, { at: [x - 0.005, height / 2, z], colour: PALETTE.spruce });
  kit.slab(0.09, 0.9, 0.5, 0.03, { at: [x - 0.01, 1.6, z], colour: PALETTE.sky });
  kit.ball(0.045, { at: [x - 0.08, 1.02, z - width / 2 + 0.14], colour: PALETTE.sun }, 10);
}
