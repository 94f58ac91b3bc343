import { describe, expect, it } from 'vitest';
import type { BookView } from '@/generated/schema';
import { bandsOf, draftOf, flawOf, SCALES, setUpOf, sharesOf } from './draft';

const BOOK: BookView = {
  version: 3,
  categories: [
    { id: 'h', title: 'Homework', weight: 40, dropLowest: 1, counting: 'points' },
    { id: 'e', title: 'Exams', weight: 60, dropLowest: 0, counting: 'percent' },
  ],
  columns: [
    {
      id: 'o',
      title: 'Oral',
      categoryId: 'e',
      maxPoints: 20,
      quizId: null,
      released: true,
      extraCredit: false,
    },
  ],
  bands: [
    { label: '1', start: 0.92 },
    { label: '2', start: 0.07 },
  ],
  missingIsZero: false,
};

describe('a draft of a gradebook', () => {
  it('comes back as the book it was', () => {
    expect(setUpOf(draftOf(BOOK))).toEqual(BOOK);
    expect(flawOf(draftOf(BOOK))).toBeNull();
  });

  it('takes decimal commas and puts the best grade first', () => {
    const draft = draftOf(BOOK);
    const bands = draft.bands.toReversed().map((one) => ({ ...one, label: ` ${one.label} ` }));
    const wish = setUpOf({
      ...draft,
      bands,
      columns: draft.columns.map((one) => ({ ...one, maxPoints: '7,5' })),
    });
    expect(wish.bands?.map((one) => one.label)).toEqual(['1', '2']);
    expect(wish.columns[0]?.maxPoints).toBe(7.5);
  });

  it('tells what is wrong', () => {
    const draft = draftOf(BOOK);
    const [first, ...others] = draft.categories;
    if (!first) throw new Error('no category');
    expect(flawOf({ ...draft, categories: [{ ...first, title: ' ' }, ...others] })).toBe('titles');
    expect(flawOf({ ...draft, categories: [{ ...first, weight: '' }, ...others] })).toBe('numbers');
    expect(flawOf({ ...draft, categories: [{ ...first, dropLowest: '1.5' }, ...others] })).toBe('numbers');
    expect(flawOf({ ...draft, columns: draft.columns.map((one) => ({ ...one, maxPoints: '0' })) })).toBe(
      'numbers',
    );
    expect(flawOf({ ...draft, bands: draft.bands.map((one) => ({ ...one, start: '50' })) })).toBe('scale');
  });

  it('has scales that can be saved', () => {
    for (const scale of Object.values(SCALES))
      expect(flawOf({ ...draftOf(BOOK), bands: bandsOf([...scale]) })).toBeNull();
  });

  it('knows what each category weighs', () => {
    expect(sharesOf(draftOf(BOOK))).toEqual([0.4, 0.6]);
  });
});
