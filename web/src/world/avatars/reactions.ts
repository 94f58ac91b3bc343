import {
  type CanvasTexture,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedMesh,
  Matrix4,
  PlaneGeometry,
} from 'three';
import type { Actor } from '@/room/stage';
import { FLIP, REACTION_NAMES, REACTIONS } from '@/ui/reactions';
import { painted } from '../room/canvas';
import { signMaterial } from './materials';

const CELL = 128;
const COLUMNS = 4;
const ROWS = 2;
const MOST = 32;
const SHOWN_MS = 2600;
const RISE_M = 1.1;

/** What people feel about it, floating up from their heads. */
export class Reactions {
  readonly mesh: InstancedMesh;
  private readonly texture: CanvasTexture;
  private readonly cells: InstancedBufferAttribute;
  private readonly matrix = new Matrix4();

  constructor(private readonly calm: boolean) {
    this.texture = painted(CELL * COLUMNS, CELL * ROWS, paintAll);
    this.texture.generateMipmaps = true;
    const plane = new PlaneGeometry(0.5, 0.5);
    this.cells = new InstancedBufferAttribute(new Float32Array(MOST * 2), 2).setUsage(DynamicDrawUsage);
    plane.setAttribute('cell', this.cells);
    this.mesh = new InstancedMesh(plane, signMaterial(this.texture, COLUMNS, ROWS), MOST);
    this.mesh.instanceMatrix.setUsage(DynamicDrawUsage);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 11;
    this.mesh.count = 0;
  }

  draw(actors: Iterable<Actor>, now: number): void {
    let count = 0;
    for (const actor of actors) {
      const age = (now - actor.reactionAt) / SHOWN_MS;
      if (actor.reaction === null || age >= 1 || count === MOST) continue;
      this.place(count, actor, age);
      count += 1;
    }
    this.mesh.count = count;
    if (count === 0) return;
    this.mesh.instanceMatrix.needsUpdate = true;
    this.cells.needsUpdate = true;
  }

  dispose(): void {
    this.texture.dispose();
    this.mesh.geometry.dispose();
    for (const material of [this.mesh.material].flat()) material.dispose();
    this.mesh.dispose();
  }

  private place(index: number, { motion, reaction }: Actor, age: number): void {
    const cell = REACTION_NAMES.indexOf(reaction ?? 'heart');
    this.cells.setXY(index, cell % COLUMNS, ROWS - 1 - Math.floor(cell / COLUMNS));
    const risen = this.calm ? 0.2 : 1 - (1 - age) ** 2;
    const sway = this.calm ? 0 : Math.sin(age * 9) * 0.07;
    const size = this.calm ? 1 : Math.min(1, age * 9) * Math.min(1, (1 - age) * 5);
    this.matrix
      .makeScale(size, size, size)
      .setPosition(motion.x + sway, motion.y + 2.25 + risen * RISE_M, motion.z);
    this.mesh.setMatrixAt(index, this.matrix);
  }
}

function paintAll(pen: CanvasRenderingContext2D): void {
  pen.lineCap = pen.lineJoin = 'round';
  REACTION_NAMES.forEach((name, i) => {
    pen.save();
    pen.translate((i % COLUMNS) * CELL, Math.floor(i / COLUMNS) * CELL);
    pen.scale(CELL / 32, CELL / 32);
    for (const stroke of REACTIONS[name]) {
      pen.save();
      if (stroke.flip) pen.transform(...FLIP);
      const path = new Path2D(stroke.d);
      if (stroke.fill) {
        pen.fillStyle = stroke.fill;
        pen.fill(path);
      }
      if (stroke.stroke) {
        pen.strokeStyle = stroke.stroke;
        pen.lineWidth = stroke.width ?? 1;
        pen.stroke(path);
      }
      pen.restore();
    }
    pen.restore();
  });
}
