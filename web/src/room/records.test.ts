import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeRecords } from './records';

interface Vector {
  what: string;
  time: number;
  avatars: { handle: number; decoded: { position: number[]; rotation: number } }[];
  hex: string;
}

const file = new URL('../../../tests/vectors/avatar_records.json', import.meta.url);
const vectors: Vector[] = JSON.parse(readFileSync(file, 'utf8'));

const bytes = (hex: string): ArrayBuffer =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)).buffer;

describe('records', () => {
  it.each(vectors.map((vector) => [vector.what, vector] as const))('%s', (_, vector) => {
    const { time, records } = decodeRecords(bytes(vector.hex));
    expect(time).toBe(vector.time);
    expect(records.map(({ handle }) => handle)).toEqual(vector.avatars.map(({ handle }) => handle));
    records.forEach((record, i) => {
      const told = vector.avatars[i]?.decoded;
      expect(record.position).toEqual(told?.position);
      expect(record.rotation).toBeCloseTo(told?.rotation ?? Number.NaN, 12);
    });
  });

  it('leaves out what is cut off', () => {
    const whole = bytes(vectors.at(-1)?.hex ?? '');
    expect(decodeRecords(whole.slice(0, whole.byteLength - 1)).records).toEqual([]);
    expect(decodeRecords(new ArrayBuffer(3)).records).toEqual([]);
  });
});
