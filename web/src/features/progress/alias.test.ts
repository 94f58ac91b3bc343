import { expect, it } from 'vitest';
import de from '@/locales/de.json';
import en from '@/locales/en.json';
import { aliasOf } from './alias';

it.each([en, de])('makes 900 different names in every language', ({ board }) => {
  const names = Array.from({ length: 900 }, (_, alias) => aliasOf(alias, board.adjectives, board.animals));
  expect(new Set(names).size).toBe(900);
  expect(names.every((name) => /^\S+ \S+$/.test(name))).toBe(true);
});
