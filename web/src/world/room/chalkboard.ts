import { type CanvasTexture, Mesh, MeshBasicMaterial, PlaneGeometry } from 'three';
import { BOARD, FRONT } from '../layout';
import { PALETTE } from '../palette';
import { painted, seeded } from './canvas';
import { DISPLAY, fit, TEXT, wrap } from './lettering';
import { type BoardSlide, stroke, writeSlide } from './slide';

export interface BoardText {
  title: string;
  /** The date, or what else stands small above the title. */
  above: string;
  /** A quiz or a poll that is open, and what there is to know of it; null when none is. */
  notice: { title: string; facts: string; label: string } | null;
  /** What is presented stands there instead of the class. */
  slide: BoardSlide | null;
}

const WIDTH = 1824;
const HEIGHT = 600;
const LEFT = 84;
/** How much of the width is left beside a notice. */
const BESIDE = 880;

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
    const width = text.notice ? BESIDE : WIDTH - LEFT * 2;
    if (text.slide) writeSlide(pen, text.slide, { x: LEFT, y: 44, width, height: HEIGHT - 84 });
    else writeClass(pen, text, text.notice ? width : width - 150);
    if (text.notice) announce(pen, text.notice);
    else if (!text.slide) sun(pen, WIDTH - 250, 190);
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

function writeClass(pen: CanvasRenderingContext2D, text: BoardText, width: number): void {
  pen.fillStyle = 'rgb(244 241 230 / 72%)';
  pen.font = `500 40px ${TEXT}`;
  pen.fillText(text.above, LEFT, 118);
  pen.fillStyle = PALETTE.chalk;
  const { size, lines } = fit(pen, text.title, width, 3);
  lines.forEach((line, i) => {
    pen.fillText(line, LEFT, 150 + size * (i + 0.85));
  });
  stroke(pen, LEFT, 150 + size * (lines.length + 0.12), Math.min(width, 420));
}

function announce(pen: CanvasRenderingContext2D, notice: NonNullable<BoardText['notice']>): void {
  const [x, y, wide, high] = [1010, 66, 740, 468];
  pen.fillStyle = PALETTE.sun;
  pen.beginPath();
  pen.roundRect(x, y, wide, high, 36);
  pen.fill();
  pen.fillStyle = '#33290f';
  pen.font = `600 44px ${TEXT}`;
  pen.fillText(notice.label, x + 48, y + 80);
  const { size, lines } = fit(pen, notice.title, wide - 96, 3);
  const shown = Math.min(size, lines.length > 2 ? 80 : 96);
  pen.font = `600 ${shown}px ${DISPLAY}`;
  (shown < size ? wrap(pen, notice.title, wide - 96) : lines).slice(0, 3).forEach((line, i) => {
    pen.fillText(line, x + 48, y + 100 + shown * (i + 0.95));
  });
  pen.font = `500 46px ${TEXT}`;
  pen.fillText(notice.facts, x + 48, y + high - 44);
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
