import type { Block } from '@/lib/markdown';
import { PALETTE } from '../palette';
import { fit, heightOf, type Line, layOut, TEXT } from './lettering';

export interface BoardSlide {
  /** What stands small above: the presentation, and which of its slides this is. */
  above: string;
  title: string;
  blocks: readonly Block[];
  /** An image that has come already; it stands on the right of the words, or alone. */
  picture: HTMLImageElement | null;
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** From the last row, nothing smaller can be read. */
const SIZES = [76, 68, 60, 54, 48, 43, 39, 35] as const;
const GUTTER = 80;
const BORDER = 6;

/** Writes a slide on the board, as large as it will go: in one column or in two. */
export function writeSlide(pen: CanvasRenderingContext2D, slide: BoardSlide, board: Area): void {
  let area = board;
  pen.fillStyle = 'rgb(244 241 230 / 72%)';
  pen.font = `500 34px ${TEXT}`;
  pen.fillText(slide.above, area.x, area.y + 30, area.width);
  if (slide.picture) {
    const alone = !slide.title && slide.blocks.length === 0;
    if (alone) return pin(pen, slide.picture, { ...area, y: area.y + 48, height: area.height - 40 });
    const half = (area.width - GUTTER) / 2;
    pin(pen, slide.picture, { ...area, x: area.x + half + GUTTER, width: half });
    area = { ...area, width: half };
  }
  let top = area.y + 52;
  pen.fillStyle = PALETTE.chalk;
  if (slide.title) {
    const roomy = slide.blocks.length === 0;
    const most = roomy ? { largest: 136, high: 330 } : { largest: 88, high: 150 };
    const { size, lines } = fit(pen, slide.title, area.width, roomy ? 3 : 2, most);
    lines.forEach((line, i) => {
      pen.fillText(line, area.x, top + size * (i + 0.9));
    });
    top += size * lines.length + 20;
    stroke(pen, area.x, top + 6, Math.min(area.width, 420));
    top += 34;
  }
  const height = area.y + area.height - top;
  for (const column of columns(pen, slide.blocks, area.width, height)) {
    writeLines(pen, column.lines, area.x + column.x, top, height);
  }
}

/** Puts an image on the board, as a sheet of paper with a light border, as large as it will go. */
function pin(pen: CanvasRenderingContext2D, picture: HTMLImageElement, area: Area): void {
  const scale = Math.min(
    (area.width - 2 * BORDER) / picture.naturalWidth,
    (area.height - 2 * BORDER) / picture.naturalHeight,
  );
  const [width, height] = [picture.naturalWidth * scale, picture.naturalHeight * scale];
  const x = area.x + (area.width - width) / 2;
  const y = area.y + (area.height - height) / 2;
  pen.fillStyle = PALETTE.chalk;
  pen.fillRect(x - BORDER, y - BORDER, width + 2 * BORDER, height + 2 * BORDER);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, x, y, width, height);
}

/** The text at the largest size that fits, as one column or two. */
function columns(
  pen: CanvasRenderingContext2D,
  blocks: readonly Block[],
  width: number,
  height: number,
): { x: number; lines: Line[] }[] {
  const half = (width - GUTTER) / 2;
  for (const size of SIZES) {
    const one = layOut(pen, blocks, size, width);
    if (heightOf(one) <= height) return [{ x: 0, lines: one }];
    const two = halved(layOut(pen, blocks, size, half), height);
    if (width > 1000 && heightOf(two[1]) <= height)
      return [
        { x: 0, lines: two[0] },
        { x: half + GUTTER, lines: two[1] },
      ];
  }
  const smallest = SIZES[SIZES.length - 1] as number;
  const [left, right] = halved(layOut(pen, blocks, smallest, half), height);
  return [
    { x: 0, lines: left },
    { x: half + GUTTER, lines: right },
  ];
}

/** As many lines on the left as there is height for, the others on the right. */
function halved(lines: Line[], height: number): [Line[], Line[]] {
  let left = 0;
  while (left < lines.length && heightOf(lines.slice(0, left + 1)) <= height) left += 1;
  return [lines.slice(0, left), lines.slice(left)];
}

function writeLines(
  pen: CanvasRenderingContext2D,
  lines: readonly Line[],
  x: number,
  top: number,
  height: number,
): void {
  let y = top;
  lines.forEach((line, i) => {
    y += line.high + (i === 0 ? 0 : line.gap);
    if (y > top + height + 2) return;
    for (const word of line.words) {
      pen.font = word.font;
      pen.fillText(word.text, x + word.x, y - line.high * 0.24);
    }
  });
}

export function stroke(pen: CanvasRenderingContext2D, x: number, y: number, long: number): void {
  pen.strokeStyle = PALETTE.sun;
  pen.lineWidth = 9;
  pen.beginPath();
  pen.moveTo(x, y + 6);
  pen.bezierCurveTo(x + long * 0.3, y - 6, x + long * 0.6, y + 12, x + long, y);
  pen.stroke();
}
