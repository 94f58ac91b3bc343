import { describe, expect, it } from 'vitest';
import type { ItemView } from '@/generated/schema';
import { hintsOf } from './hints';

const item = (statistics: Partial<ItemView['statistics']>, fields: Partial<ItemView> = {}): ItemView => ({
  questionId: 'q',
  type: 'single',
  text: '?',
  points: 1,
  key: [],
  guess: null,
  options: [],
  rival: null,
  ...fields,
  statistics: {
    answered: 30,
    facility: 0.6,
    deviation: 0.4,
    intendedWeight: 0.2,
    effectiveWeight: 0.2,
    discrimination: 0.4,
    efficiency: 0.5,
    ...statistics,
  },
});

describe('hints about a question', () => {
  it('leave a good question alone', () => {
    expect(hintsOf(item({}))).toEqual([]);
  });

  it('say nothing about few answers', () => {
    expect(hintsOf(item({ answered: 9, discrimination: -1 }, { rival: 'b' }))).toEqual([]);
  });

  it('put a doubtful key first', () => {
    expect(hintsOf(item({ discrimination: -0.3 }, { rival: 'b' }))).toEqual(['rival', 'negative']);
  });

  it('tell hard from guessed', () => {
    expect(hintsOf(item({ facility: 0.25 }, { guess: 0.25 }))).toEqual(['guessed']);
    expect(hintsOf(item({ facility: 0.1 }, { guess: 0 }))).toEqual(['hard']);
  });

  it('name what separates nobody', () => {
    expect(hintsOf(item({ facility: 0.98, discrimination: 0.05 }))).toEqual(['weak', 'easy']);
    expect(hintsOf(item({ facility: 1, discrimination: null }))).toEqual(['easy']);
  });
});
