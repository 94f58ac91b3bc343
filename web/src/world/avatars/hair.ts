import { type BufferGeometry, SphereGeometry, Vector3 } from 'three';
import { mergeVertices } from 'three/addons/utils/BufferGeometryUtils.js';
import type { AvatarData } from '@/generated/schema';
import type { Kit } from '../kit';
import { HEAD_RADIUS, HEAD_SCALE, JOINTS } from './body';

/** How far hair stands off the head in a direction; below 1 it dives under the skin, which draws the hairline. */
type Style = (direction: Vector3) => number;

const UNDER = 0.9;
/** 0 below `from`, 1 above `to`, smooth between: the softness of a hairline. */
const edge = (from: number, to: number, value: number): number => {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
};
const cover = (inside: number, thick: number): number => UNDER + (thick - UNDER) * inside;

/** Positive where a head has hair when it is cut at `nape` behind and at `brow` in front. */
function cut({ x, y, z }: Vector3, brow: number, nape: number, sweep = 0): number {
  const forward = edge(-0.15, 0.6, z);
  return y - (nape + (brow + sweep * x - nape) * forward);
}

const STYLES: Record<'short' | 'bob' | 'long' | 'curly' | 'bun' | 'buzz' | 'scarf', Style> = {
  short: (d) =>
    cover(
      edge(0, 0.12, cut(d, 0.5, -0.22, 0.22)),
      1.13 + 0.05 * edge(0.4, 1, d.y) + 0.02 * Math.sin(d.x * 9),
    ),
  buzz: (d) => cover(edge(0, 0.06, cut(d, 0.55, -0.2)), 1.035),
  bun: (d) => cover(edge(0, 0.1, cut(d, 0.58, -0.3, 0.05)), 1.09),
  bob: (d) =>
    cover(
      edge(0, 0.12, cut(d, 0.46, -0.92, -0.18)),
      1.14 + 0.1 * edge(0.25, -0.5, d.y) * edge(0.5, -0.1, d.z),
    ),
  long: (d) => cover(edge(0, 0.12, cut(d, 0.52, -0.96, 0.3)), 1.13 + 0.08 * edge(0.2, -0.6, d.y)),
  curly: (d) =>
    cover(
      edge(0, 0.14, cut(d, 0.48, -0.5)),
      1.27 +
        0.055 * Math.sin(d.x * 11 + 1) * Math.sin(d.y * 11) * Math.sin(d.z * 11 + 2) +
        0.05 * Math.sin(d.x * 6) * Math.sin(d.z * 7),
    ),
  scarf: (d) => cover(edge(0, 0.1, 0.74 - faceDistance(d)) > 0 ? edge(0.62, 0.76, faceDistance(d)) : 1, 1.12),
};

/** How far a direction is from the middle of the face, 1 being about its rim. */
function faceDistance({ x, y, z }: Vector3): number {
  if (z < 0) return 2;
  return Math.hypot(x / 0.92, (y + 0.12) / 0.86);
}

function cap(kit: Kit, style: Style, around = 40): BufferGeometry {
  const sphere = new SphereGeometry(HEAD_RADIUS, kit.rounds(around), kit.rounds(around * 0.75));
  sphere.deleteAttribute('uv');
  const position = sphere.getAttribute('position');
  const direction = new Vector3();
  for (let i = 0; i < position.count; i += 1) {
    direction.fromBufferAttribute(position, i).normalize();
    const reach = HEAD_RADIUS * style(direction);
    position.setXYZ(
      i,
      direction.x * reach * HEAD_SCALE[0],
      direction.y * reach,
      direction.z * reach * HEAD_SCALE[2],
    );
  }
  sphere.deleteAttribute('normal');
  const welded = mergeVertices(sphere, 1e-4);
  welded.computeVertexNormals();
  return welded;
}

const LIGHT = '#ffffff';
const SHADE = '#dcdcdc';
const hair = { at: [0, JOINTS.head, 0], colour: LIGHT, slot: 1 } as const;

export const HAIR: Record<Exclude<AvatarData['hair'], 'bald'>, (kit: Kit) => Kit> = {
  short: (kit) => kit.add(cap(kit, STYLES.short), hair),
  buzz: (kit) => kit.add(cap(kit, STYLES.buzz), hair),
  bob: (kit) => kit.add(cap(kit, STYLES.bob), hair),
  curly: (kit) => kit.add(cap(kit, STYLES.curly, 56), hair),
  bun: (kit) =>
    kit
      .add(cap(kit, STYLES.bun), hair)
      .ball(0.115, { at: [0, JOINTS.head + 0.25, -0.12], scale: [1, 0.9, 1], colour: LIGHT, slot: 1 }, 14)
      .ring(0.075, 0.02, {
        at: [0, JOINTS.head + 0.19, -0.09],
        turn: [1.05, 0, 0],
        colour: '#f2b640',
        slot: 0,
      }),
  long: (kit) =>
    kit
      .add(cap(kit, STYLES.long), hair)
      .pill(0.17, 0.2, {
        at: [0, JOINTS.head - 0.28, -0.15],
        turn: [0.1, 0, 0],
        scale: [1.25, 1, 0.55],
        colour: SHADE,
        slot: 1,
      })
      .pill(0.055, 0.26, {
        at: [-0.225, JOINTS.head - 0.2, 0.05],
        turn: [0.08, 0, 0.08],
        colour: LIGHT,
        slot: 1,
      })
      .pill(0.055, 0.26, {
        at: [0.225, JOINTS.head - 0.2, 0.05],
        turn: [0.08, 0, -0.08],
        colour: LIGHT,
        slot: 1,
      }),
  scarf: (kit) =>
    kit
      .add(cap(kit, STYLES.scarf), hair)
      .ring(0.12, 0.075, {
        at: [0, 0.02, 0],
        turn: [Math.PI / 2 - 0.1, 0, 0],
        scale: [1.15, 1, 0.9],
        colour: SHADE,
        slot: 1,
      })
      .pill(0.07, 0.16, {
        at: [0.1, -0.1, 0.15],
        turn: [0.25, 0, 0.25],
        scale: [1, 1, 0.5],
        colour: LIGHT,
        slot: 1,
      }),
};

export const ACCESSORIES: Record<Exclude<AvatarData['accessory'], 'none'>, (kit: Kit) => Kit> = {
  glasses: (kit) => {
    const eye = JOINTS.head + 0.015;
    const frame = { colour: '#2b2a2a', slot: 0 } as const;
    return kit
      .ring(0.07, 0.011, { at: [-0.095, eye, 0.252], turn: [0, -0.32, 0], ...frame })
      .ring(0.07, 0.011, { at: [0.095, eye, 0.252], turn: [0, 0.32, 0], ...frame })
      .rod(0.009, 0.009, 0.05, { at: [0, eye + 0.012, 0.272], turn: [0, 0, Math.PI / 2], ...frame }, 6)
      .rod(0.008, 0.008, 0.26, { at: [-0.222, eye + 0.01, 0.11], turn: [Math.PI / 2, 0, -0.42], ...frame }, 6)
      .rod(0.008, 0.008, 0.26, { at: [0.222, eye + 0.01, 0.11], turn: [Math.PI / 2, 0, 0.42], ...frame }, 6);
  },
  headphones: (kit) =>
    kit
      .ring(0.305, 0.026, { at: [0, JOINTS.head, 0], colour: '#37413f', slot: 0 }, Math.PI)
      .rod(
        0.09,
        0.09,
        0.08,
        { at: [-0.3, JOINTS.head - 0.01, 0], turn: [0, 0, Math.PI / 2], colour: '#f2b640', slot: 0 },
        18,
      )
      .rod(
        0.09,
        0.09,
        0.08,
        { at: [0.3, JOINTS.head - 0.01, 0], turn: [0, 0, Math.PI / 2], colour: '#f2b640', slot: 0 },
        18,
      ),
  cap: (kit) => {
    const crown = cap(kit, (d) => cover(edge(0, 0.05, d.y - 0.3), 1.2), 32);
    return kit
      .add(crown, { at: [0, JOINTS.head, 0], colour: '#b1452c', slot: 0 })
      .rod(
        0.19,
        0.2,
        0.022,
        {
          at: [0, JOINTS.head + 0.115, 0.24],
          turn: [0.22, 0, 0],
          scale: [1, 1, 0.95],
          colour: '#9a3a24',
          slot: 0,
        },
        24,
      )
      .ball(0.022, { at: [0, JOINTS.head + 0.31, 0], colour: '#f6efe0', slot: 0 }, 8);
  },
};
