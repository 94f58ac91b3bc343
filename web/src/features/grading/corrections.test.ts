import { describe, expect, it } from 'vitest';
import type { ItemView } from '@/generated/schema';
import { actionsFor, correctionOf, KEEP, type Wish } from './corrections';

const item = (type: string, ...ids: string[]): ItemView => ({
  questionId: 'q',
  type,
  text: '?',
  points: 1,
  key: [],
  guess: null,
  rival: null,
  options: ids.map((optionId) => ({
    optionId,
    text: optionId,
    weight: 0,
    chosen: 0,
    share: 0,
    discrimination: null,
  })),
  statistics: {
    answered: 0,
    facility: null,
    deviation: null,
    intendedWeight: null,
    effectiveWeight: null,
    discrimination: null,
    efficiency: null,
  },
});
const wish = (action: Wish['action'], fields: Partial<Wish> = {}): Wish => ({ ...KEEP, action, ...fields });

describe('corrections', () => {
  it('are of the kind of question', () => {
    expect(correctionOf(item('single', 'a', 'b'), wish('rekey', { options: ['b'] }))).toEqual({
      kind: 'rekey',
      questionId: 'q',
      weights: { a: 0, b: 1 },
    });
    expect(correctionOf(item('multiple', 'a', 'b', 'c'), wish('rekey', { options: ['a', 'b'] }))).toEqual({
      kind: 'rekey',
      questionId: 'q',
      weights: { a: 0.5, b: 0.5, c: -0.5 },
    });
    expect(correctionOf(item('trueFalse'), wish('rekey', { options: ['false'] }))).toEqual({
      kind: 'rekey',
      questionId: 'q',
      correct: false,
    });
    expect(correctionOf(item('shortAnswer'), wish('rekey', { text: ' Neptune \n\nNeptun' }))).toEqual({
      kind: 'rekey',
      questionId: 'q',
      texts: [{ text: 'Neptune' }, { text: 'Neptun' }],
    });
    expect(correctionOf(item('numeric'), wish('accept', { text: '-3,5' }))).toEqual({
      kind: 'acceptAlso',
      questionId: 'q',
      number: -3.5,
    });
  });

  it('wait until they are complete', () => {
    for (const type of ['single', 'shortAnswer', 'numeric'])
      for (const action of ['accept', 'rekey'] as const)
        expect(correctionOf(item(type, 'a'), wish(action))).toBeNull();
    expect(correctionOf(item('essay'), KEEP)).toBeNull();
  });

  it('of an essay are only for all alike', () => {
    expect(actionsFor(item('essay'))).toEqual(['keep', 'drop', 'full']);
    expect(correctionOf(item('essay'), wish('drop'))).toEqual({ kind: 'drop', questionId: 'q' });
  });
});
