import type { Block, Inline } from '@/lib/markdown';

/** Setting words on the board: how they break into lines, and at what size they fit. Pure but for the given pen. */

export const DISPLAY = '"Familjen Grotesk Variable", system-ui, sans-serif';
export const TEXT = '"Atkinson Hyperlegible Next Variable", system-ui, sans-serif';
const CODE = 'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace';

type Pen = Pick<CanvasRenderingContext2D, 'font' | 'measureText'>;

/** The largest size at which the words stand in the width on so many lines. */
export function fit(
  pen: Pen,
  text: string,
  width: number,
  most: number,
  { largest = 136, high = 330 } = {},
): { size: number; lines: string[] } {
  for (let size = largest; size >= 56; size -= 8) {
    pen.font = `600 ${size}px ${DISPLAY}`;
    const lines = wrap(pen, text, width);
    if (lines.length <= most && lines.length * size <= high) return { size, lines };
  }
  return { size: 56, lines: wrap(pen, text, width).slice(0, most) };
}

export function wrap(pen: Pen, text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== undefined && pen.measureText(`${line} ${word}`).width <= width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export interface Word {
  text: string;
  font: string;
  x: number;
}

export interface Line {
  words: Word[];
  /** Its own height and the gap over it. */
  high: number;
  gap: number;
}

interface Style {
  weight: number;
  slant: '' | 'italic ';
  family: string;
}

/** A slide's text as lines of so many pixels' width, at a size. */
export function layOut(pen: Pen, blocks: readonly Block[], size: number, width: number): Line[] {
  const lines: Line[] = [];
  const say = (
    inline: Inline[],
    from: { x: number; bullet?: string; style?: Partial<Style>; gap: number },
  ) => {
    const style: Style = { weight: 500, slant: '', family: TEXT, ...from.style };
    const runs = wordsOf(inline, style);
    lines.push(...broken(pen, runs, { size, width, x: from.x, bullet: from.bullet, gap: from.gap }));
  };
  for (const block of blocks) {
    const gap = lines.length > 0 ? size * 0.42 : 0;
    switch (block.kind) {
      case 'heading':
        say(block.children, { x: 0, gap, style: { weight: 600, family: DISPLAY } });
        break;
      case 'paragraph':
        say(block.children, { x: 0, gap });
        break;
      case 'quote':
        say(block.children, { x: size * 0.7, gap, style: { slant: 'italic ' } });
        break;
      case 'code':
        for (const [i, text] of block.text.split('\n').entries())
          say([{ kind: 'code', text }], { x: size * 0.4, gap: i === 0 ? gap : 0 });
        break;
      case 'list':
        block.items.forEach((item, i) => {
          const number = block.items.slice(0, i + 1).filter(({ depth }) => depth === 0).length;
          const bullet = item.depth > 0 ? '–' : block.ordered ? `${number}.` : '•';
          const x = size * (item.depth > 0 ? 1.9 : block.ordered ? 1.25 : 0.95);
          say(item.children, { x, bullet, gap: i === 0 ? gap : size * 0.1 });
        });
    }
  }
  return lines;
}

function wordsOf(inline: Inline[], style: Style): { text: string; style: Style }[] {
  return inline.flatMap((part) => wordsOfOne(part, style));
}

function wordsOfOne(part: Inline, style: Style): { text: string; style: Style }[] {
  switch (part.kind) {
    case 'text':
      return part.text.split(/(\s+)/).flatMap((text) => (text === '' ? [] : [{ text, style }]));
    case 'code':
      return [{ text: part.text, style: { ...style, family: CODE } }];
    case 'strong':
      return wordsOf(part.children, { ...style, weight: 750 });
    case 'em':
      return wordsOf(part.children, { ...style, slant: 'italic ' });
    case 'link':
      return wordsOf(part.children, style);
    // What cannot be written in letters is told in words: a formula by its source, a picture by what it shows.
    case 'math':
      return wordsOfOne({ kind: 'text', text: part.tex }, { ...style, slant: 'italic ' });
    case 'image':
      return wordsOfOne({ kind: 'text', text: part.alt }, style);
    case 'gap':
      return [{ text: `{{${part.id}}}`, style }];
  }
}

function broken(
  pen: Pen,
  runs: { text: string; style: Style }[],
  at: { size: number; width: number; x: number; bullet: string | undefined; gap: number },
): Line[] {
  const high = at.size * 1.28;
  let line: Line = { words: [], high, gap: at.gap };
  const lines = [line];
  if (at.bullet)
    line.words.push({
      text: at.bullet,
      font: `600 ${at.size}px ${TEXT}`,
      x: at.x - at.size * (at.bullet.length > 1 ? 1.2 : 0.75),
    });
  let x = at.x;
  for (const { text, style } of runs) {
    const font = `${style.slant}${style.weight} ${Math.round(at.size * (style.family === CODE ? 0.9 : 1))}px ${style.family}`;
    pen.font = font;
    const wide = pen.measureText(text.replace(/\n/g, ' ')).width;
    const blank = text.trim() === '';
    if (!blank && x > at.x && x + wide > at.width) {
      line = { words: [], high, gap: 0 };
      lines.push(line);
      x = at.x;
    }
    if (blank && x === at.x) continue;
    if (!blank) line.words.push({ text, font, x });
    x += wide;
  }
  return lines;
}

export const heightOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, line, i) => sum + line.high + (i === 0 ? 0 : line.gap), 0);
