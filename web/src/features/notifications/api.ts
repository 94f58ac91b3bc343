import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type {
  NotificationList,
  NotificationPreferences,
  PreferNotifications,
  UnreadCount,
} from '@/generated/schema';
import { api } from '@/lib/api';
import { on } from '@/lib/socket';

const UNREAD = ['unread'];
const LIST = ['notifications'];
const PREFERENCES = ['notification-preferences'];

/** Outside of a classroom there is no line to hear it on. */
const ASK_EVERY_MS = 60_000;

/** How many are unread: told at once where there is a line, asked for every minute and on coming back elsewhere. */
export function useUnread(): number {
  const queries = useQueryClient();
  useEffect(
    () =>
      on('notification:unread', (news) => {
        queries.setQueryData<UnreadCount>(UNREAD, news);
        void queries.invalidateQueries({ queryKey: LIST });
      }),
    [queries],
  );
  const { data } = useQuery({
    queryKey: UNREAD,
    queryFn: () => api.get<UnreadCount>('/notifications/unread'),
    refetchInterval: ASK_EVERY_MS,
    refetchOnWindowFocus: 'always',
  });
  return data?.unread ?? 0;
}

export const useNotifications = () =>
  useInfiniteQuery({
    queryKey: LIST,
    staleTime: 0,
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      api.get<NotificationList>(
        `/notifications${pageParam && `?${new URLSearchParams({ cursor: pageParam })}`}`,
      ),
    getNextPageParam: (page) => page.next,
  });

/** Marking as read, one or all that had been told when the list was read. */
export function useReading() {
  const queries = useQueryClient();
  async function read(path: string, body: object): Promise<void> {
    queries.setQueryData(UNREAD, await api.post<UnreadCount>(`/notifications/${path}`, body));
    await queries.invalidateQueries({ queryKey: LIST });
  }
  return {
    readOne: (id: string) => read(`${encodeURIComponent(id)}/read`, {}),
    readAll: (upTo: string) => read('read-all', { upTo }),
  };
}

export const usePreferences = () =>
  useQuery({
    queryKey: PREFERENCES,
    queryFn: () => api.get<NotificationPreferences>('/notifications/preferences'),
  });

export function usePrefer() {
  const queries = useQueryClient();
  return async (change: PreferNotifications) => {
    const kept = await api.put<NotificationPreferences>('/notifications/preferences', change);
    queries.setQueryData(PREFERENCES, kept);
  };
}
