import { afterEach, expect, it } from 'vitest';
import type { Member } from '@/generated/schema';
import * as stage from './stage';

const member = (userId: string, handle: number): Member => ({
  userId,
  handle,
  name: userId,
  standing: 'student',
  avatarData: {} as never,
  position: [0, 0, 0],
  rotation: 0,
  handRaised: false,
});

/** One record: `handle` stands `x` metres to the right at `time`. */
function record(time: number, handle: number, x: number): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(20));
  view.setFloat64(0, time, true);
  view.setUint32(8, handle, true);
  view.setInt16(12, x * 64, true);
  return view.buffer;
}

const whereIs = (userId: string): number => {
  const out = { x: 0, y: 0, z: 0, heading: 0, speed: 0 };
  stage.stage.actors.get(userId)?.snapshots.at(Number.MAX_VALUE, out);
  return out.x;
};

afterEach(() => stage.clearActors());

it('moves whom a handle stands for, and nobody else', () => {
  stage.setActors([member('ada', 7)]);
  stage.addActor(member('bo', 9));
  stage.moveRecords(record(1000, 9, 2), 0);
  stage.moveRecords(record(1100, 5, 4), 0);
  expect([whereIs('ada'), whereIs('bo')]).toEqual([0, 2]);
});

it('knows a new stay by its new handle only', () => {
  stage.setActors([member('ada', 7)]);
  stage.addActor(member('ada', 8));
  stage.moveRecords(record(1000, 7, 3), 0);
  expect(whereIs('ada')).toBe(0);
  stage.moveRecords(record(1100, 8, 3), 0);
  expect(whereIs('ada')).toBe(3);
});

it('marks name plates, and says when one has changed', () => {
  stage.setActors([member('ada', 1)]);
  const before = stage.stage.signs;
  const marks = { muted: ['ada'], spotlight: null, talking: [] };
  stage.mark(marks);
  stage.mark(marks);
  expect(stage.stage.signs).toBe(before + 1);
});
