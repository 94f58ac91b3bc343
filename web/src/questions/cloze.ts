import { gapsIn } from '@/lib/markdown';
import { type DraftGap, newNumber, newOption, newText, numberOf } from './draft';

const GAP = /\{\{([A-Za-z0-9:._-]{1,64})\}\}/g;

export const blankGap = (id: string, kind: DraftGap['kind'] = 'text'): DraftGap => ({
  id,
  kind,
  weight: '1',
  layout: 'menu',
  scoring: 'even',
  options: [newOption(), newOption(), newOption()],
  texts: [newText()],
  caseSensitive: false,
  numbers: [newNumber()],
});

/** The lowest number that no gap has for a name. */
export function freeName(taken: readonly string[]): string {
  let number = 1;
  while (taken.includes(String(number))) number += 1;
  return String(number);
}

interface Written {
  text: string;
  gaps: DraftGap[];
}

/** A gap in place of the words between `from` and `to`, which are what belongs there. */
export function madeGap({ text, gaps }: Written, from: number, to: number): Written & { id: string } {
  const words = text.slice(from, to);
  const inner = words.trim();
  const start = from + (words.length - words.trimStart().length);
  const id = freeName([...gaps.map((gap) => gap.id), ...namesIn(text)]);
  const gap = blankGap(id, inner !== '' && !Number.isNaN(numberOf(inner)) ? 'number' : 'text');
  gap.texts = [{ ...newText(), text: inner }];
  gap.numbers = [{ ...newNumber(), value: gap.kind === 'number' ? inner : '' }];
  gap.options = gap.options.map((option, index) =>
    index === 0 ? { ...option, text: inner, correct: true } : option,
  );
  return {
    id,
    text: `${text.slice(0, start)}{{${id}}}${text.slice(start + inner.length)}`,
    gaps: inTextOrder(text.slice(0, start), [...gaps, gap], id),
  };
}

/** The new gap behind those that stand before it. */
function inTextOrder(before: string, gaps: DraftGap[], id: string): DraftGap[] {
  const earlier = new Set(namesIn(before));
  const gap = gaps.find((one) => one.id === id);
  const others = gaps.filter((one) => one.id !== id);
  const at = others.findLastIndex((one) => earlier.has(one.id)) + 1;
  return gap ? others.toSpliced(at, 0, gap) : others;
}

/** Without this gap; the words that belong there stand in the text again. */
export function withoutGap({ text, gaps }: Written, id: string): Written {
  const gap = gaps.find((one) => one.id === id);
  const words = gap ? keyOf(gap) : '';
  return {
    text: text.replaceAll(`{{${id}}}`, () => words),
    gaps: gaps.filter((one) => one.id !== id),
  };
}

/** What belongs in a gap, in words. */
export function keyOf(gap: DraftGap): string {
  if (gap.kind === 'text') return gap.texts[0]?.text ?? '';
  if (gap.kind === 'number') return gap.numbers[0]?.value ?? '';
  return gap.options.find(({ correct }) => correct)?.text ?? '';
}

/** Every name between double braces, wherever it stands. */
export const namesIn = (text: string): string[] => [...text.matchAll(GAP)].map((found) => found[1] as string);

export const renamed = (text: string, names: ReadonlyMap<string, string>): string =>
  text.replace(GAP, (whole, id: string) => (names.has(id) ? `{{${names.get(id)}}}` : whole));

/** Gaps that stand where a student would not see them, in code or in a formula, or more than once, or nowhere. */
export function lostGaps({ text, gaps }: Written): string[] {
  const shown = gapsIn(text);
  const written = namesIn(text);
  return gaps.flatMap(({ id }) => {
    const good =
      shown.filter((one) => one === id).length === 1 && written.filter((one) => one === id).length === 1;
    return good ? [] : id;
  });
}
