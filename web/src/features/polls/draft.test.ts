import { expect, it } from 'vitest';
import { flawOf, newPoll, optionsOf } from './draft';

const poll = (question: string, ...options: string[]) => ({
  question,
  options: options.map((text, key) => ({ key, text })),
});

it('wants a question and two answers that differ', () => {
  expect(flawOf(newPoll())).toBe('question');
  expect(flawOf(poll('Ready?', 'Yes', ' '))).toBe('options');
  expect(flawOf(poll('Ready?', 'Yes', 'Yes '))).toBe('options');
  expect(flawOf(poll('Ready?', 'Yes', '', 'No'))).toBeNull();
});

it('leaves out empty answers', () => {
  expect(optionsOf(poll('', ' a ', '', 'b'))).toEqual(['a', 'b']);
});
