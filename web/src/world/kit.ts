import {
  BoxGeometry,
  type BufferGeometry,
  CapsuleGeometry,
  Color,
  CylinderGeometry,
  Euler,
  Float32BufferAttribute,
  LatheGeometry,
  Matrix4,
  Quaternion,
  SphereGeometry,
  TorusGeometry,
  Vector2,
  Vector3,
} from 'three';
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js';
import { mergeGeometries, mergeVertices } from 'three/addons/utils/BufferGeometryUtils.js';

type Triple = readonly [number, number, number];

export interface Placing {
  at?: Triple;
  turn?: Triple;
  scale?: Triple | number;
  colour: string;
  /** Which of the wearer's colours tints this piece: 0 none, 1 the first, 2 the second. Avatars only. */
  slot?: 0 | 1 | 2;
}

const matrix = new Matrix4();
const turn = new Quaternion();
const colour = new Color();

/** Builds one geometry out of many coloured solids, so that a whole piece of furniture is one draw call. */
export class Kit {
  private readonly parts: BufferGeometry[] = [];

  /** `detail` 1 is as round as it should look; less is for machines that draw in software. */
  constructor(private readonly detail = 1) {}

  /** How many sides a solid gets that looks round with `sides`. */
  rounds(sides: number): number {
    return Math.max(5, Math.round(sides * this.detail));
  }

  add(solid: BufferGeometry, placing: Placing): this {
    const part = solid.index ? solid.toNonIndexed() : solid;
    const scale = placing.scale ?? 1;
    turn.setFromEuler(new Euler(...(placing.turn ?? [0, 0, 0])));
    matrix.compose(
      new Vector3(...(placing.at ?? [0, 0, 0])),
      turn,
      typeof scale === 'number' ? new Vector3(scale, scale, scale) : new Vector3(...scale),
    );
    part.applyMatrix4(matrix);
    part.deleteAttribute('uv');
    colour.set(placing.colour);
    const count = part.getAttribute('position').count;
    const tint = new Float32Array(count * 3);
    for (let i = 0; i < count; i += 1) colour.toArray(tint, i * 3);
    part.setAttribute('color', new Float32BufferAttribute(tint, 3));
    if (placing.slot !== undefined)
      part.setAttribute('slot', new Float32BufferAttribute(new Float32Array(count).fill(placing.slot), 1));
    this.parts.push(part);
    return this;
  }

  box(width: number, height: number, depth: number, placing: Placing): this {
    return this.add(new BoxGeometry(width, height, depth), placing);
  }

  /** A box whose edges are soft to the light. */
  slab(width: number, height: number, depth: number, radius: number, placing: Placing): this {
    return this.add(new RoundedBoxGeometry(width, height, depth, this.detail < 1 ? 1 : 2, radius), placing);
  }

  rod(top: number, bottom: number, height: number, placing: Placing, sides = 12): this {
    return this.add(new CylinderGeometry(top, bottom, height, this.rounds(sides)), placing);
  }

  ball(radius: number, placing: Placing, detail = 14): this {
    return this.add(new SphereGeometry(radius, this.rounds(detail), this.rounds(detail * 0.75)), placing);
  }

  pill(radius: number, length: number, placing: Placing): this {
    return this.add(new CapsuleGeometry(radius, length, this.detail < 1 ? 3 : 5, this.rounds(12)), placing);
  }

  ring(radius: number, tube: number, placing: Placing, arc = Math.PI * 2): this {
    return this.add(new TorusGeometry(radius, tube, this.rounds(8), this.rounds(24), arc), placing);
  }

  /** A solid of revolution; `profile` is pairs of radius and height from bottom to top. */
  turned(profile: readonly (readonly [number, number])[], placing: Placing, sides = 20): this {
    return this.add(
      new LatheGeometry(
        profile.map(([radius, height]) => new Vector2(radius, height)),
        this.rounds(sides),
      ),
      placing,
    );
  }

  build(): BufferGeometry {
    const soup = mergeGeometries(this.parts);
    if (!soup) throw new Error('the parts of a kit have different attributes');
    // Shared corners are shaded once: a third of the work where graphics are drawn in software.
    const merged = mergeVertices(soup, 1e-5);
    merged.computeBoundingSphere();
    for (const part of this.parts) part.dispose();
    return merged;
  }
}
