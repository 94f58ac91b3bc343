import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type {
  CalendarAddress,
  CalendarState,
  ChangeOccurrence,
  MeetingView,
  PutMeeting,
  ScheduleView,
} from '@/generated/schema';
import { api } from '@/lib/api';
import { addDays, isoDay } from '@/lib/days';

const ONE_WEEK_AND_A_DAY_AROUND = 9;

const path = (classroomId: string, ...parts: string[]) =>
  ['/classrooms', classroomId, 'schedule', ...parts].join('/');

/** A week of a class's timetable. Days are asked for in UTC, so a day more on each side. */
export const useWeek = (classroomId: string, monday: Date) =>
  useQuery({
    queryKey: ['schedule', classroomId, isoDay(monday)],
    queryFn: () => {
      const days = { from: isoDay(addDays(monday, -1)), days: String(ONE_WEEK_AND_A_DAY_AROUND) };
      return api.get<ScheduleView>(`${path(classroomId)}?${new URLSearchParams(days)}`);
    },
    placeholderData: (before) => before,
  });

/** Saves a meeting; a new one has no id yet. */
export const saveMeeting = (classroomId: string, meetingId: string | null, meeting: PutMeeting) =>
  meetingId
    ? api.put<MeetingView>(path(classroomId, meetingId), meeting)
    : api.post<MeetingView>(path(classroomId), meeting);

export const removeMeeting = (classroomId: string, meetingId: string) =>
  api.delete<void>(path(classroomId, meetingId));

/** Cancels or moves one day of a meeting; with null it is as planned again. */
export const changeDay = (
  classroomId: string,
  meetingId: string,
  on: string,
  change: ChangeOccurrence | null,
) => {
  const day = path(classroomId, meetingId, 'days', on);
  return change ? api.put<MeetingView>(day, change) : api.delete<MeetingView>(day);
};

export const useCalendar = () =>
  useQuery({ queryKey: ['calendar'], queryFn: () => api.get<CalendarState>('/calendar') });
export const newAddress = () => api.post<CalendarAddress>('/calendar');
export const dropAddress = () => api.delete<void>('/calendar');

export function useRefreshSchedule() {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: ['schedule'] }), [queries]);
}
