import { type CanvasTexture, Mesh, MeshBasicMaterial, PlaneGeometry } from 'three';
import { BOARD, FRONT } from '../layout';
import { PALETTE } from '../palette';
import { painted, seeded } from './canvas';

export interface BoardText {
  title: string;
  /** The date, or what else stands small above the title. */
  above: string;
  /** A live quiz's title and what there is to know of it; null when none is open. */
  quiz: { title: string; facts: string; label: string } | null;
}

const WIDTH = 1824;
const HEIGHT = 600;
const DISPLAY = '"Familjen Grotesk Variable", system-ui, sans-serif';
const TEXT = '"Atkinson Hyperlegible Next Variable", system-ui, sans-serif';

/** The board at the front: the one place in the room where words are written. */
export class Chalkboard {
  readonly mesh: Mesh;
  private readonly texture: CanvasTexture;

  constructor() {
    this.texture = painted(WIDTH, HEIGHT, wipe);
    this.mesh = new Mesh(
      new PlaneGeometry(BOARD.width, BOARD.height),
      new MeshBasicMaterial({ map: this.texture, color: '#f2f2ec' }),
    );
    this.mesh.position.set(0, BOARD.bottom + BOARD.height / 2, FRONT + 0.075);
  }

  write(text: BoardText): void {
    const pen = (this.texture.image as HTMLCanvasElement).getContext('2d');
    if (!pen) return;
    wipe(pen);
    pen.textBaseline = 'alphabetic';
    const left = 96;
    pen.fillStyle = 'rgb(244 241 230 / 72%)';
    pen.font = `500 40px ${TEXT}`;
    pen.fillText(text.above, left, 118);
    pen.fillStyle = PALETTE.chalk;
    const room = text.quiz ? 850 : WIDTH - left * 2 - 150;
    const lines = fit(pen, text.title, room, 3);
    lines.lines.forEach((line, i) => {
      pen.fillText(line, left, 150 + lines.size * (i + 0.85));
    });
    underline(pen, left, 150 + lines.size * (lines.lines.length + 0.12), Math.min(room, 420));
    if (text.quiz) announce(pen, text.quiz);
    else sun(pen, WIDTH - 250, 190);
    this.texture.needsUpdate = true;
  }

  dispose(): void {
    this.texture.dispose();
  }
}

function wipe(pen: CanvasRenderingContext2D): void {
  const random = seeded(3);
  pen.fillStyle = PALETTE.board;
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.lineCap = 'round';
  for (let i = 0; i < 34; i += 1) {
    pen.strokeStyle = `rgb(255 255 255 / ${0.6 + random() * 1.6}%)`;
    pen.lineWidth = 30 + random() * 70;
    pen.beginPath();
    const [x, y] = [random() * WIDTH, random() * HEIGHT];
    pen.moveTo(x, y);
    pen.quadraticCurveTo(x + 200, y - 80 * random(), x + 420, y + 60 * random());
    pen.stroke();
  }
}

/** The largest size at which the words stand in the width on so many lines. */
function fit(
  pen: CanvasRenderingContext2D,
  text: string,
  width: number,
  most: number,
): { size: number; lines: string[] } {
  for (let size = 136; size >= 56; size -= 8) {
    pen.font = `600 ${size}px ${DISPLAY}`;
    const lines = wrap(pen, text, width);
    if (lines.length <= most && lines.length * size <= 330) return { size, lines };
  }
  return { size: 56, lines: wrap(pen, text, width).slice(0, most) };
}

function wrap(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== undefined && pen.measureText(`${line} ${word}`).width <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function underline(pen: CanvasRenderingContext2D, x: number, y: number, long: number): void {
  pen.strokeStyle = PALETTE.sun;
  pen.lineWidth = 9;
  pen.beginPath();
  pen.moveTo(x, y + 6);
  pen.bezierCurveTo(x + long * 0.3, y - 6, x + long * 0.6, y + 12, x + long, y);
  pen.stroke();
}

function announce(pen: CanvasRenderingContext2D, quiz: NonNullable<BoardText['quiz']>): void {
  const [x, y, wide, high] = [1010, 66, 740, 468];
  pen.fillStyle = PALETTE.sun;
  pen.beginPath();
  pen.roundRect(x, y, wide, high, 36);
  pen.fill();
  pen.fillStyle = '#33290f';
  pen.font = `600 44px ${TEXT}`;
  pen.fillText(quiz.label, x + 48, y + 80);
  const { size, lines } = fit(pen, quiz.title, wide - 96, 3);
  const shown = Math.min(size, 96);
  pen.font = `600 ${shown}px ${DISPLAY}`;
  (shown < size ? wrap(pen, quiz.title, wide - 96) : lines).slice(0, 3).forEach((line, i) => {
    pen.fillText(line, x + 48, y + 100 + shown * (i + 0.95));
  });
  pen.font = `500 46px ${TEXT}`;
  pen.fillText(quiz.facts, x + 48, y + high - 44);
}

/** A sun in chalk, so that an empty board is not a bare one. */
function sun(pen: CanvasRenderingContext2D, x: number, y: number): void {
  pen.strokeStyle = 'rgb(242 182 64 / 85%)';
  pen.lineWidth = 8;
  pen.beginPath();
  pen.arc(x, y, 58, 0.2, Math.PI * 2.1);
  pen.stroke();
  for (let ray = 0; ray < 10; ray += 1) {
    const angle = (ray / 10) * Math.PI * 2;
    pen.beginPath();
    pen.moveTo(x + Math.cos(angle) * 82, y + Math.sin(angle) * 82);
    pen.lineTo(x + Math.cos(angle) * 112, y + Math.sin(angle) * 112);
    pen.stroke();
  }
}
