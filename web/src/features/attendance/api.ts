import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type {
  AttendanceStatus,
  ClassSessionView,
  ClassStats,
  MyStats,
  PolicyInput,
  PolicyView,
  RecordList,
  RecordView,
  ScheduleView,
  SessionList,
  SessionReport,
} from '@/generated/schema';
import { api } from '@/lib/api';
import { isoDay } from '@/lib/days';

/** How often somebody looks who has come meanwhile. */
const LOOK_MS = 15_000;
const FORTNIGHT = '14';

const key = (...parts: string[]) => ['attendance', ...parts];
const query = (params: Record<string, string>) => new URLSearchParams(params).toString();

export const useSessions = (classroomId: string) =>
  useInfiniteQuery({
    queryKey: key('sessions', classroomId),
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      api.get<SessionList>(
        `/attendance/sessions?${query({ classroomId, ...(pageParam && { cursor: pageParam }) })}`,
      ),
    getNextPageParam: (page) => page.next,
    refetchInterval: LOOK_MS,
  });

export const useReport = (sessionId: string) =>
  useQuery({
    queryKey: key('report', sessionId),
    queryFn: () => api.get<SessionReport>(`/attendance/sessions/${sessionId}/report`),
    refetchInterval: ({ state }) => (state.data?.session.state === 'open' ? LOOK_MS : false),
  });

export const useStats = (classroomId: string) =>
  useQuery({
    queryKey: key('stats', classroomId),
    queryFn: () => api.get<ClassStats>(`/attendance/stats/${classroomId}`),
  });

export const useWaitingExcuses = (classroomId: string) =>
  useQuery({
    queryKey: key('excuses', classroomId),
    queryFn: () => api.get<RecordList>(`/attendance/excuses/${classroomId}`),
    refetchInterval: LOOK_MS * 4,
  });

export const usePolicy = (classroomId: string) =>
  useQuery({
    queryKey: key('policy', classroomId),
    queryFn: () => api.get<PolicyView>(`/attendance/policy/${classroomId}`),
  });

export const useMyHistory = (classroomId: string) =>
  useInfiniteQuery({
    queryKey: key('history', classroomId),
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      api.get<RecordList>(
        `/attendance/history/${classroomId}?${query(pageParam ? { cursor: pageParam } : {})}`,
      ),
    getNextPageParam: (page) => page.next,
  });

export const useMyTally = (classroomId: string) =>
  useQuery({
    queryKey: key('mine'),
    queryFn: () => api.get<MyStats>('/attendance/my-stats'),
    select: (stats) => stats.items.find((one) => one.classroomId === classroomId)?.tally,
  });

/** What the timetable has in store: one can be excused from it ahead. */
export const useComing = (classroomId: string) =>
  useQuery({
    queryKey: ['schedule', classroomId, 'coming'],
    queryFn: () =>
      api.get<ScheduleView>(
        `/classrooms/${classroomId}/schedule?${query({ from: isoDay(new Date()), days: FORTNIGHT })}`,
      ),
    select: ({ occurrences }) =>
      occurrences.filter((one) => !one.cancelled && Date.parse(one.startsAt) > Date.now()),
  });

export const beginSession = (classroomId: string) =>
  api.post<ClassSessionView>('/attendance/sessions', { classroomId });
export const turnSession = (sessionId: string, turn: 'close' | 'void' | 'count') =>
  api.post<ClassSessionView>(`/attendance/sessions/${sessionId}/${turn}`);
export const setStatus = (recordId: string, status: AttendanceStatus | null, reason: string) =>
  api.put<RecordView>(`/attendance/${recordId}/status`, { status, reason });
export const savePolicy = (classroomId: string, policy: PolicyInput) =>
  api.put<PolicyView>(`/attendance/policy/${classroomId}`, policy);
export const sendExcuse = (sessionId: string, text: string) =>
  api.post<RecordView>('/attendance/excuses', { sessionId, text });
export const decideExcuse = (recordId: string, accept: boolean) =>
  api.put<RecordView>(`/attendance/excuses/${recordId}`, { accept });

export type FileFormat = 'csv' | 'xlsx';
export const saveSession = (sessionId: string, format: FileFormat) =>
  api.save(`/attendance/sessions/${sessionId}/export?${query({ format })}`, `attendance.${format}`);
export const saveClass = (classroomId: string, format: FileFormat) =>
  api.save(`/attendance/export/${classroomId}?${query({ format })}`, `attendance.${format}`);

export function useRefreshAttendance() {
  const queries = useQueryClient();
  return useCallback(() => queries.invalidateQueries({ queryKey: key() }), [queries]);
}
