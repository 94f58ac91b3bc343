import {
  type CanvasTexture,
  DynamicDrawUsage,
  InstancedBufferAttribute,
  InstancedMesh,
  Matrix4,
  PlaneGeometry,
} from 'three';
import { painted } from '../room/canvas';
import { signMaterial } from './materials';

const WIDTH = 320;
const HEIGHT = 64;
const COLUMNS = 4;
/** What a name on its plate is set in; scripts it lacks come from the reader's system. */
const FONT = '600 30px "Atkinson Hyperlegible Next Variable", system-ui, sans-serif';

export interface Sign {
  text: string;
  kind: 'student' | 'teacher' | 'hand';
}

/** Name plates and raised hands of the whole room, out of one picture and in one draw call. */
export class Signs {
  readonly mesh: InstancedMesh;
  private readonly texture: CanvasTexture;
  private readonly matrix = new Matrix4();

  constructor(private readonly signs: readonly Sign[]) {
    const rows = Math.max(1, Math.ceil(signs.length / COLUMNS));
    this.texture = painted(WIDTH * COLUMNS, HEIGHT * rows, (pen) => {
      signs.forEach((sign, i) => {
        pen.save();
        pen.translate((i % COLUMNS) * WIDTH, Math.floor(i / COLUMNS) * HEIGHT);
        drawSign(pen, sign);
        pen.restore();
      });
    });
    this.texture.generateMipmaps = true;
    const plane = new PlaneGeometry(1.5, 0.3);
    const cells = new Float32Array(signs.length * 2);
    signs.forEach((_, i) => {
      cells.set([i % COLUMNS, rows - 1 - Math.floor(i / COLUMNS)], i * 2);
    });
    plane.setAttribute('cell', new InstancedBufferAttribute(cells, 2));
    this.mesh = new InstancedMesh(plane, signMaterial(this.texture, COLUMNS, rows), signs.length);
    this.mesh.instanceMatrix.setUsage(DynamicDrawUsage);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = 10;
  }

  get count(): number {
    return this.signs.length;
  }

  /** Puts a sign somewhere; size 0 hides it. */
  place(index: number, x: number, y: number, z: number, size = 1): void {
    this.matrix.makeScale(size, size, size).setPosition(x, y, z);
    this.mesh.setMatrixAt(index, this.matrix);
  }

  dispose(): void {
    this.texture.dispose();
    this.mesh.geometry.dispose();
    for (const material of [this.mesh.material].flat()) material.dispose();
    this.mesh.dispose();
  }
}

function drawSign(pen: CanvasRenderingContext2D, { text, kind }: Sign): void {
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  if (kind === 'hand') return drawHand(pen);
  pen.font = FONT;
  const words = shortened(pen, text, WIDTH - 60);
  const wide = pen.measureText(words).width + 40;
  pen.fillStyle = kind === 'teacher' ? 'rgb(31 90 76 / 94%)' : 'rgb(253 251 246 / 92%)';
  pen.beginPath();
  pen.roundRect((WIDTH - wide) / 2, 8, wide, 48, 18);
  pen.fill();
  pen.fillStyle = kind === 'teacher' ? '#fdfbf6' : '#22302c';
  pen.fillText(words, WIDTH / 2, 33);
}

function shortened(pen: CanvasRenderingContext2D, text: string, width: number): string {
  if (pen.measureText(text).width <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && pen.measureText(`${letters.join('')}…`).width > width) letters.pop();
  return `${letters.join('')}…`;
}

/** An open hand on a sun: what a teacher looks for across the room. */
function drawHand(pen: CanvasRenderingContext2D): void {
  pen.translate(WIDTH / 2, HEIGHT / 2);
  pen.fillStyle = '#f4b63f';
  pen.beginPath();
  pen.arc(0, 0, 30, 0, Math.PI * 2);
  pen.fill();
  pen.strokeStyle = '#22302c';
  pen.lineCap = 'round';
  pen.lineWidth = 6.5;
  pen.beginPath();
  for (const [x, top] of [
    [-9, -12],
    [-3, -17],
    [3.4, -16],
    [9.6, -11],
  ] as const) {
    pen.moveTo(x, 4);
    pen.lineTo(x, top);
  }
  pen.moveTo(-9, 10);
  pen.lineTo(-15, 2);
  pen.stroke();
  pen.fillStyle = '#22302c';
  pen.beginPath();
  pen.roundRect(-12, -1, 25, 19, 9);
  pen.fill();
}
