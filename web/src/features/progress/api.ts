import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChooseBoard, DashboardView, LeaderboardView } from '@/generated/schema';
import { api } from '@/lib/api';

export const useDashboard = (classroomId: string) =>
  useQuery({
    queryKey: ['dashboard', classroomId],
    queryFn: () => api.get<DashboardView>(`/analytics/dashboard?${new URLSearchParams({ classroomId })}`),
  });

export const useBoard = (classroomId: string) =>
  useQuery({
    queryKey: ['leaderboard', classroomId],
    queryFn: () => api.get<LeaderboardView>(`/analytics/leaderboard?${new URLSearchParams({ classroomId })}`),
  });

/** What somebody decides about a leaderboard; every board is asked for anew. */
export function useBoardChoices(classroomId: string) {
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['leaderboard'] });
  return {
    choose: async (show: ChooseBoard['show']) => {
      await api.put('/analytics/leaderboard/choice', { show });
      await refresh();
    },
    sayOfAge: async (userId: string, underage: boolean) => {
      await api.put(`/analytics/leaderboard/people/${userId}`, { classroomId, underage });
      await refresh();
    },
  };
}
