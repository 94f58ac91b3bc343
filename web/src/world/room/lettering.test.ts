import { describe, expect, it } from 'vitest';
import { parseBlocks } from '@/lib/markdown';
import { heightOf, layOut, wrap } from './lettering';

/** A pen whose letters are all half as wide as they are high. */
const pen = {
  font: '',
  measureText(text: string) {
    const size = Number(/(\d+)px/.exec(this.font)?.[1]);
    return { width: text.length * size * 0.5 } as TextMetrics;
  },
};

const words = (text: string, width = 1000) =>
  layOut(pen, parseBlocks(text), 40, width).map((line) => line.words.map((word) => word.text).join(' '));

describe('lines', () => {
  it('break where the next word would not fit', () => {
    pen.font = '40px x';
    expect(wrap(pen, 'one two three', 150)).toEqual(['one two', 'three']);
    expect(words('one two three', 150)).toEqual(['one two', 'three']);
  });

  it('begin with their bullet or number', () => {
    expect(words('- a\n  - b\n\n1. c\n2. d')).toEqual(['• a', '– b', '1. c', '2. d']);
  });

  it('carry what is bold, italic and code in their font', () => {
    const [line] = layOut(pen, parseBlocks('a **b** *c* `d`'), 40, 1000);
    const fonts = line?.words.map(({ font }) => font) ?? [];
    expect(fonts[1]).toContain('750');
    expect(fonts[2]).toContain('italic');
    expect(fonts[3]).toContain('monospace');
  });

  it('are as high as they are many', () => {
    const one = heightOf(layOut(pen, parseBlocks('a'), 40, 1000));
    expect(heightOf(layOut(pen, parseBlocks('a\n\nb'), 40, 1000))).toBeGreaterThan(one * 2);
  });
});
