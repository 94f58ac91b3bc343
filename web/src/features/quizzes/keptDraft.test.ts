import { beforeEach, expect, test, vi } from 'vitest';
import { newDraft } from './draft';
import { keepDraft, keptDraft } from './keptDraft';

let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});

test('what is half written is there again, for its author and class alone, and without its password', () => {
  keepDraft('ada', 'c', { ...newDraft(), title: 'Half', locked: true, password: 'moon' });
  expect(keptDraft('ada', 'c')).toMatchObject({ title: 'Half', locked: true, password: '' });
  expect([keptDraft('ada', 'd').title, keptDraft('tom', 'c').title]).toEqual(['', '']);
  expect([...kept.values()].join()).not.toContain('moon');
});

test('an empty draft leaves nothing behind, and what cannot be read is forgotten', () => {
  keepDraft('ada', 'c', { ...newDraft(), title: 'Half' });
  keepDraft('ada', 'c', newDraft());
  expect(kept.size).toBe(0);
  for (const text of ['{', '{"shape":0,"draft":{"title":"old"}}', 'null']) {
    kept.set('eduverse:quiz-draft:ada:c', text);
    expect(keptDraft('ada', 'c').title).toBe('');
  }
});
