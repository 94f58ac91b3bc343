import { expect, it } from 'vitest';
import de from './de.json';
import en from './en.json';

/** Every text by its key, with the names of what is put into it. */
function texts(tree: object, path = ''): [string, string[]][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[path + key, [...value.matchAll(/\{\{\w+\}\}/g)].map(String).sort()]]
      : texts(value, `${path}${key}.`),
  );
}

it('says everything in both languages, with the same gaps to fill', () => {
  expect(texts(de)).toEqual(texts(en));
});
