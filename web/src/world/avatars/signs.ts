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

const WIDTH = 400;
const HEIGHT = 64;
const COLUMNS = 4;
/** What a name on its plate is set in; scripts it lacks come from the reader's system. */
const FONT = '600 30px "Atkinson Hyperlegible Next Variable", system-ui, sans-serif';

export interface Plate {
  kind: 'plate' | 'halo';
  text: string;
  teacher: boolean;
  spotlit: boolean;
  muted: boolean;
}

/** A halo is what shines around somebody's plate while they speak. */
export type Sign = Plate | { kind: 'hand' };

/** Name plates and raised hands of the whole room, out of one picture and in one draw call. */
export class Signs {
  readonly mesh: InstancedMesh;
  private readonly texture: CanvasTexture;
  private readonly matrix = new Matrix4();

  constructor(private readonly signs: readonly Sign[]) {
    // Signs that look alike share one cell of the picture.
    const cells = new Map<string, { sign: Sign; cell: number }>();
    for (const sign of signs) {
      const look = JSON.stringify(sign);
      if (!cells.has(look)) cells.set(look, { sign, cell: cells.size });
    }
    const rows = Math.max(1, Math.ceil(cells.size / COLUMNS));
    this.texture = painted(WIDTH * COLUMNS, HEIGHT * rows, (pen) => {
      for (const { sign, cell } of cells.values()) {
        pen.save();
        pen.translate((cell % COLUMNS) * WIDTH, Math.floor(cell / COLUMNS) * HEIGHT);
        drawSign(pen, sign);
        pen.restore();
      }
    });
    this.texture.generateMipmaps = true;
    const plane = new PlaneGeometry(1.875, 0.3);
    const places = new Float32Array(signs.length * 2);
    signs.forEach((sign, i) => {
      const cell = cells.get(JSON.stringify(sign))?.cell ?? 0;
      places.set([cell % COLUMNS, rows - 1 - Math.floor(cell / COLUMNS)], i * 2);
    });
    plane.setAttribute('cell', new InstancedBufferAttribute(places, 2));
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

const MARK = 34;

function drawSign(pen: CanvasRenderingContext2D, sign: Sign): void {
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  if (sign.kind === 'hand') return drawHand(pen);
  pen.font = FONT;
  const marks = (sign.muted ? MARK : 0) + (sign.spotlit ? MARK : 0);
  const words = shortened(pen, sign.text, WIDTH - 60 - marks);
  const wide = pen.measureText(words).width + 40 + marks;
  const left = (WIDTH - wide) / 2;
  pen.beginPath();
  pen.roundRect(left, 8, wide, 48, 18);
  if (sign.kind === 'halo') {
    pen.strokeStyle = '#f4b63f';
    pen.lineWidth = 9;
    pen.stroke();
    return;
  }
  pen.fillStyle = sign.spotlit
    ? 'rgb(244 182 63 / 96%)'
    : sign.teacher
      ? 'rgb(31 90 76 / 94%)'
      : 'rgb(253 251 246 / 92%)';
  pen.fill();
  const ink = sign.teacher && !sign.spotlit ? '#fdfbf6' : '#22302c';
  pen.fillStyle = pen.strokeStyle = ink;
  let at = left + 20;
  if (sign.spotlit) drawMark(pen, at, STAR);
  if (sign.spotlit) at += MARK;
  if (sign.muted) drawMark(pen, at, MIC_OFF);
  if (sign.muted) at += MARK;
  pen.fillText(words, at, 33);
}

const STAR = 'M12 3.5l2.6 5.4 5.9.8-4.3 4.1 1 5.9L12 16.9l-5.2 2.8 1-5.9L3.5 9.7l5.9-.8Z';
const MIC_OFF =
  'M9 5.5a3 3 0 0 1 6 0V11m0 1.5a3 3 0 0 1-6 0V9M6 11.5a6 6 0 0 0 10.5 4M12 17.8V21M18 11.5a6 6 0 0 1-.4 2.2M4 3.5l16 17';

/** One of our icons, as large as a letter. */
function drawMark(pen: CanvasRenderingContext2D, x: number, icon: string): void {
  pen.save();
  pen.translate(x - 3, 19);
  pen.scale(27 / 24, 27 / 24);
  pen.lineWidth = 2.4;
  pen.lineCap = pen.lineJoin = 'round';
  pen.stroke(new Path2D(icon));
  if (icon === STAR) pen.fill(new Path2D(icon));
  pen.restore();
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
