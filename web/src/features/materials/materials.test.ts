import { describe, expect, it } from 'vitest';
import type { MaterialView } from '@/generated/schema';
import { canBeShown, sizeText, standingOf } from './kinds';
import { fromField, toField } from './moments';
import { moved } from './order';

const NOW = Date.parse('2026-03-02T12:00:00Z');
const material = (fields: Partial<MaterialView>, kind: MaterialView['current']['kind'] = 'pdf') =>
  ({ archived: false, releaseAt: null, current: { kind, reading: 'done' }, ...fields }) as MaterialView;

describe('what a material is to the students', () => {
  it('follows from its release and the archive', () => {
    expect(standingOf(material({}), NOW)).toBe('hidden');
    expect(standingOf(material({ releaseAt: '2026-03-02T12:00:01Z' }), NOW)).toBe('later');
    expect(standingOf(material({ releaseAt: '2026-03-02T12:00:00Z' }), NOW)).toBe('out');
    expect(standingOf(material({ releaseAt: '2026-01-01T00:00:00Z', archived: true }), NOW)).toBe('archived');
  });

  it('is something for the board when it has words or a look', () => {
    expect(canBeShown(material({}))).toBe(true);
    expect(canBeShown(material({}, 'mp3'))).toBe(false);
    expect(canBeShown(material({ archived: true }))).toBe(false);
  });
});

describe('writing', () => {
  it('says sizes as people do', () => {
    expect(sizeText(40, 'en')).toBe('0.1 kB');
    expect(sizeText(12_345, 'en')).toBe('12 kB');
    expect(sizeText(3_250_000, 'de')).toBe('3,3 MB');
  });

  it('takes a moment through a field and back', () => {
    expect(fromField(toField('2026-03-02T12:34:00.000Z'))).toBe('2026-03-02T12:34:00.000Z');
    expect(toField(null)).toBe('');
    expect(fromField('')).toBeNull();
  });
});

describe('moving', () => {
  it('puts one before or behind its neighbour, and stays at the ends', () => {
    expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
  });
});
