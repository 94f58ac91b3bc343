import type { Band, BookSetUp, BookView, Category, Column } from '@/generated/schema';

/** A gradebook's set-up while it is being edited: numbers are texts, as they are typed. */
export interface Draft {
  version: number;
  categories: (Omit<Category, 'weight' | 'dropLowest'> & { weight: string; dropLowest: string })[];
  columns: (Omit<Column, 'maxPoints'> & { maxPoints: string })[];
  bands: { key: string; label: string; start: string }[];
  missingIsZero: boolean;
}

export const draftOf = (book: BookView): Draft => ({
  ...book,
  categories: book.categories.map((one) => ({
    ...one,
    weight: String(one.weight),
    dropLowest: String(one.dropLowest ?? 0),
  })),
  columns: book.columns.map((one) => ({ ...one, maxPoints: String(one.maxPoints) })),
  bands: bandsOf(book.bands),
});

export const bandsOf = (bands: Band[]): Draft['bands'] =>
  bands.map(({ label, start }) => ({
    key: newId(),
    label,
    start: String(Math.round(start * 1e6) / 1e4),
  }));

export const newId = (): string => Array.from(crypto.getRandomValues(new Uint8Array(8)), hex).join('');
const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

/** Scales that teachers know; percentages from which each grade is given. */
export const SCALES = {
  none: [],
  german: scale('1:92 2:81 3:67 4:50 5:30 6:0'),
  points15: scale('15:95 14:90 13:85 12:80 11:75 10:70 9:65 8:60 7:55 6:50 5:45 4:40 3:33 2:27 1:20 0:0'),
  letters: scale('A:90 B:80 C:70 D:60 F:0'),
} as const satisfies Record<string, Band[]>;

function scale(text: string): Band[] {
  return text.split(' ').map((one) => {
    const [label = '', percent] = one.split(':');
    return { label, start: Number(percent) / 100 };
  });
}

/** What is wrong with a draft: the name of its sentence, or null when it can be saved. */
export function flawOf(draft: Draft): 'titles' | 'numbers' | 'scale' | null {
  if (draft.columns.some((one) => one.title.trim() === '')) return 'titles';
  if (draft.categories.length > 1 && draft.categories.some((one) => one.title.trim() === '')) return 'titles';
  const weights = draft.categories.map((one) => number(one.weight));
  const drops = draft.categories.map((one) => number(one.dropLowest));
  const reach = draft.columns.map((one) => number(one.maxPoints));
  if (weights.some((one) => !(one >= 0 && one <= 10_000))) return 'numbers';
  if (drops.some((one) => !(Number.isInteger(one) && one >= 0 && one <= 50))) return 'numbers';
  if (reach.some((one) => !(one > 0 && one <= 1_000_000))) return 'numbers';
  const starts = draft.bands.map((one) => number(one.start));
  if (starts.some((one) => !(one >= 0 && one <= 100))) return 'scale';
  if (draft.bands.some((one) => one.label.trim() === '')) return 'scale';
  return new Set(starts).size < starts.length ? 'scale' : null;
}

/** The wish to send; the grades of the scale in their order. */
export const setUpOf = (draft: Draft): BookSetUp => ({
  version: draft.version,
  missingIsZero: draft.missingIsZero,
  categories: draft.categories.map((one) => ({
    ...one,
    title: one.title.trim(),
    weight: number(one.weight),
    dropLowest: number(one.dropLowest),
  })),
  columns: draft.columns.map((one) => ({
    ...one,
    title: one.title.trim(),
    maxPoints: number(one.maxPoints),
  })),
  bands: draft.bands
    .map(({ label, start }) => ({ label: label.trim(), start: number(start) / 100 }))
    .sort((a, b) => b.start - a.start),
});

/** Each category's share of the total, while every one of them has marks. */
export function sharesOf(draft: Draft): number[] {
  const weights = draft.categories.map((one) => number(one.weight) || 0);
  const whole = weights.reduce((sum, one) => sum + one, 0);
  return weights.map((one) => (whole > 0 ? one / whole : 0));
}

const number = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.replace(',', '.')));
