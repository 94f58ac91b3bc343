import type { AvatarData } from '@/generated/schema';
import type { Kit } from '../kit';

/**
 * The parts of a body, each around its own joint. Toy proportions: a large head on a small round body.
 * Slot 1 takes the clothes' (or hair's) colour, slot 2 the skin's.
 */

/** Joint heights and widths in metres, shared by the parts and by the rig that moves them. */
export const JOINTS = {
  hip: 0.4,
  hipSide: 0.095,
  shoulder: 0.77,
  shoulderSide: 0.195,
  neck: 0.86,
  head: 0.27,
} as const;

const LIGHT = '#ffffff';
const SHADE = '#d6d6d6';
const CREAM = '#f6efe0';
const DARK = '#39413f';

const TRUNK = [
  [0, 0.36],
  [0.15, 0.36],
  [0.195, 0.41],
  [0.205, 0.5],
  [0.195, 0.62],
  [0.175, 0.74],
  [0.13, 0.83],
  [0.06, 0.875],
  [0, 0.88],
] as const;
const SKIRT = [
  [0, 0.27],
  [0.27, 0.25],
  [0.285, 0.28],
  [0.225, 0.45],
  [0.165, 0.58],
  [0.165, 0.72],
  [0.13, 0.83],
  [0.06, 0.875],
  [0, 0.88],
] as const;
/** Bodies are a little flatter than they are wide. */
const FLAT = [1, 1, 0.84] as const;

const neck = (kit: Kit): Kit => kit.rod(0.07, 0.075, 0.12, { at: [0, 0.88, 0], colour: LIGHT, slot: 2 });

export const TORSOS: Record<AvatarData['outfit'], (kit: Kit) => Kit> = {
  hoodie: (kit) =>
    neck(kit)
      .turned(TRUNK, { scale: [1.06, 1, 0.92], colour: LIGHT, slot: 1 })
      .ring(0.125, 0.055, {
        at: [0, 0.85, -0.03],
        turn: [Math.PI / 2 + 0.18, 0, 0],
        scale: [1.05, 1, 1],
        colour: SHADE,
        slot: 1,
      })
      .slab(0.22, 0.13, 0.04, 0.02, { at: [0, 0.5, 0.17], turn: [0.05, 0, 0], colour: SHADE, slot: 1 })
      .rod(0.009, 0.009, 0.13, { at: [-0.045, 0.745, 0.152], turn: [-0.3, 0, 0], colour: CREAM, slot: 0 }, 6)
      .rod(0.009, 0.009, 0.13, { at: [0.045, 0.745, 0.152], turn: [-0.3, 0, 0], colour: CREAM, slot: 0 }, 6),
  shirt: (kit) =>
    neck(kit)
      .turned(TRUNK, { scale: FLAT, colour: LIGHT, slot: 1 })
      .slab(0.12, 0.05, 0.03, 0.012, {
        at: [-0.062, 0.835, 0.1],
        turn: [-0.5, 0.2, 0.55],
        colour: CREAM,
        slot: 0,
      })
      .slab(0.12, 0.05, 0.03, 0.012, {
        at: [0.062, 0.835, 0.1],
        turn: [-0.5, -0.2, -0.55],
        colour: CREAM,
        slot: 0,
      })
      .box(0.03, 0.38, 0.012, { at: [0, 0.58, 0.166], turn: [-0.07, 0, 0], colour: SHADE, slot: 1 })
      .ball(0.013, { at: [0, 0.7, 0.165], colour: CREAM, slot: 0 }, 6)
      .ball(0.013, { at: [0, 0.6, 0.175], colour: CREAM, slot: 0 }, 6)
      .ball(0.013, { at: [0, 0.5, 0.18], colour: CREAM, slot: 0 }, 6),
  blazer: (kit) =>
    neck(kit)
      .turned(TRUNK, { scale: [1.04, 1, 0.88], colour: LIGHT, slot: 1 })
      .slab(0.11, 0.24, 0.03, 0.014, { at: [0, 0.73, 0.142], turn: [-0.22, 0, 0], colour: CREAM, slot: 0 })
      .slab(0.055, 0.3, 0.03, 0.012, {
        at: [-0.068, 0.7, 0.152],
        turn: [-0.2, 0, 0.27],
        colour: SHADE,
        slot: 1,
      })
      .slab(0.055, 0.3, 0.03, 0.012, {
        at: [0.068, 0.7, 0.152],
        turn: [-0.2, 0, -0.27],
        colour: SHADE,
        slot: 1,
      })
      .ball(0.016, { at: [0.02, 0.53, 0.185], colour: CREAM, slot: 0 }, 6)
      .ball(0.016, { at: [0.02, 0.46, 0.188], colour: CREAM, slot: 0 }, 6),
  dress: (kit) =>
    neck(kit)
      .turned(SKIRT, { scale: [1, 1, 0.9], colour: LIGHT, slot: 1 })
      .ring(0.168, 0.018, {
        at: [0, 0.585, 0],
        turn: [Math.PI / 2, 0, 0],
        scale: [1, 0.9, 1],
        colour: SHADE,
        slot: 1,
      })
      .ring(0.09, 0.022, { at: [0, 0.845, 0.012], turn: [Math.PI / 2 + 0.2, 0, 0], colour: CREAM, slot: 0 }),
  dungarees: (kit) =>
    neck(kit)
      .turned(TRUNK, { scale: FLAT, colour: CREAM, slot: 0 })
      .turned(
        [
          [0, 0.352],
          [0.155, 0.352],
          [0.205, 0.41],
          [0.214, 0.5],
          [0.208, 0.57],
          [0, 0.57],
        ],
        { scale: FLAT, colour: LIGHT, slot: 1 },
      )
      .slab(0.21, 0.17, 0.03, 0.014, { at: [0, 0.645, 0.158], turn: [-0.1, 0, 0], colour: LIGHT, slot: 1 })
      .slab(0.1, 0.07, 0.02, 0.008, { at: [0, 0.65, 0.178], turn: [-0.1, 0, 0], colour: SHADE, slot: 1 })
      .slab(0.035, 0.22, 0.02, 0.008, {
        at: [-0.085, 0.78, 0.112],
        turn: [-0.62, 0, 0],
        colour: LIGHT,
        slot: 1,
      })
      .slab(0.035, 0.22, 0.02, 0.008, {
        at: [0.085, 0.78, 0.112],
        turn: [-0.62, 0, 0],
        colour: LIGHT,
        slot: 1,
      })
      .ball(0.018, { at: [-0.085, 0.71, 0.165], colour: '#f2b640', slot: 0 }, 8)
      .ball(0.018, { at: [0.085, 0.71, 0.165], colour: '#f2b640', slot: 0 }, 8),
};

/** One arm hanging from the shoulder: a sleeve and a mitten of a hand. */
export const arm = (kit: Kit): Kit =>
  kit
    .pill(0.062, 0.2, { at: [0, -0.13, 0], scale: [1, 1, 1.06], colour: LIGHT, slot: 1 })
    .ring(0.05, 0.018, { at: [0, -0.265, 0], turn: [Math.PI / 2, 0, 0], colour: SHADE, slot: 1 })
    .ball(0.064, { at: [0, -0.325, 0.006], scale: [0.92, 1.1, 0.95], colour: LIGHT, slot: 2 }, 12)
    .ball(0.026, { at: [0, -0.31, 0.058], scale: [0.9, 1.3, 1], colour: LIGHT, slot: 2 }, 8);

/** One leg from the hip: trousers and a shoe whose tip looks along +z. */
export const leg = (kit: Kit): Kit =>
  kit
    .pill(0.078, 0.2, { at: [0, -0.14, 0], colour: LIGHT, slot: 1 })
    .ball(0.09, { at: [0, -0.345, 0.03], scale: [0.86, 0.6, 1.25], colour: CREAM, slot: 0 }, 12)
    .ball(0.09, { at: [0, -0.365, 0.03], scale: [0.9, 0.4, 1.3], colour: DARK, slot: 0 }, 12);

/** The head around the base of the neck: skull, ears and nose. The face itself is a picture in front of it. */
export const head = (kit: Kit): Kit =>
  kit
    .ball(HEAD_RADIUS, { at: [0, JOINTS.head, 0], scale: HEAD_SCALE, colour: LIGHT, slot: 2 }, 28)
    .ball(0.055, { at: [-0.262, JOINTS.head - 0.02, 0], scale: [0.6, 1, 0.8], colour: LIGHT, slot: 2 }, 10)
    .ball(0.055, { at: [0.262, JOINTS.head - 0.02, 0], scale: [0.6, 1, 0.8], colour: LIGHT, slot: 2 }, 10)
    .ball(
      0.03,
      { at: [0, JOINTS.head - 0.035, 0.253], scale: [1.1, 0.85, 0.8], colour: '#f4e4e0', slot: 2 },
      10,
    );

export const HEAD_RADIUS = 0.26;
export const HEAD_SCALE = [1.02, 1, 0.96] as const;
