import { expect, test } from 'vitest';
import { draftOf, newMeeting, toggled, toMeeting } from './draft';

const WEDNESDAY = new Date(2026, 2, 4);

test('a new meeting is weekly, on the day it is planned', () => {
  const draft = newMeeting(WEDNESDAY);
  expect(draft.weekdays).toEqual([2]);
  expect(draft.firstDate).toBe('2026-03-04');
  expect(draft.lastDate > draft.firstDate).toBe(true);
});

test('a single meeting has no weekdays and no last day', () => {
  const meeting = toMeeting({ ...newMeeting(WEDNESDAY), weekly: false, title: ' Trip ' });
  expect(meeting).toMatchObject({ weekdays: [], lastDate: null, title: 'Trip', durationMinutes: 45 });
});

test('what was planned comes back as it was written', () => {
  const draft = { ...newMeeting(WEDNESDAY), title: 'Lab' };
  const stored = { ...toMeeting(draft), id: 'a', changes: [] } as unknown as Parameters<typeof draftOf>[0];
  expect(draftOf(stored)).toEqual(draft);
});

test('days are switched on and off, in order', () => {
  expect(toggled([3], 0)).toEqual([0, 3]);
  expect(toggled([0, 3], 0)).toEqual([3]);
});
