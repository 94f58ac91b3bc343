import type { MeetingView, PutMeeting } from '@/generated/schema';
import { isoDay } from '@/lib/days';

/** A meeting as it is being written. */
export interface MeetingDraft {
  title: string;
  weekly: boolean;
  weekdays: number[];
  firstDate: string;
  lastDate: string;
  startTime: string;
  duration: string;
  zone: string;
}

export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function newMeeting(today: Date): MeetingDraft {
  const end = new Date(today.getFullYear(), today.getMonth() + 4, today.getDate());
  return {
    title: '',
    weekly: true,
    weekdays: [(today.getDay() + 6) % 7],
    firstDate: isoDay(today),
    lastDate: isoDay(end),
    startTime: '09:00',
    duration: '45',
    zone: ownZone(),
  };
}

export const draftOf = (meeting: MeetingView): MeetingDraft => ({
  title: meeting.title,
  weekly: meeting.weekdays.length > 0,
  weekdays: meeting.weekdays,
  firstDate: meeting.firstDate,
  lastDate: meeting.lastDate,
  startTime: meeting.startTime,
  duration: String(meeting.durationMinutes),
  zone: meeting.zone,
});

export const toMeeting = (draft: MeetingDraft): PutMeeting => ({
  title: draft.title.trim(),
  zone: draft.zone.trim(),
  firstDate: draft.firstDate,
  lastDate: draft.weekly ? draft.lastDate : null,
  weekdays: draft.weekly ? draft.weekdays : [],
  startTime: draft.startTime,
  durationMinutes: Number(draft.duration),
});

export const toggled = (weekdays: number[], day: number): number[] =>
  weekdays.includes(day) ? weekdays.filter((one) => one !== day) : [...weekdays, day].sort();
