import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ClassroomList,
  ClassroomView,
  CreateClassroom,
  NextMeetings,
  OpenedClassroom,
} from '@/generated/schema';
import { api } from '@/lib/api';

export type Mine = 'all' | 'enrolled' | 'teaching';

const PAGE = 24;
/** How often the corridor looks who is inside where. */
const LOOK_MS = 15_000;

export function useClassrooms(search: string, mine: Mine) {
  return useInfiniteQuery({
    queryKey: ['classrooms', search, mine],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const query = new URLSearchParams({ mine, status: 'open', limit: String(PAGE) });
      if (search) query.set('search', search);
      if (pageParam) query.set('cursor', pageParam);
      return api.get<ClassroomList>(`/classrooms?${query}`);
    },
    getNextPageParam: (page) => page.next,
    refetchInterval: LOOK_MS,
    placeholderData: (before) => before,
  });
}

/** The meeting that is on or comes next, by class: one question for the whole corridor. */
export const useNextMeetings = () =>
  useQuery({
    queryKey: ['schedule', 'next'],
    queryFn: () => api.get<NextMeetings>('/schedule/next'),
    select: ({ items }) => new Map(items.map((one) => [one.classroomId, one])),
    staleTime: LOOK_MS,
  });

export const getClassroom = (id: string) => api.get<ClassroomView>(`/classrooms/${id}`);
export const createClassroom = (input: CreateClassroom) =>
  api.post<OpenedClassroom>('/classrooms/create', input);
export const joinClassroom = (id: string, code?: string) =>
  api.post<ClassroomView>(`/classrooms/${id}/join`, code ? { code } : {});
export const mintClassroom = (id: string) => api.post<ClassroomView>(`/classrooms/${id}/mint`, {});
export const setTransferable = (id: string, transferable: boolean) =>
  api.put<ClassroomView>(`/classrooms/${id}/token`, { transferable });
export const newJoinCode = (id: string) => api.post<{ joinCode: string }>(`/classrooms/${id}/join-code`);

export function useJoin() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, code }: { id: string; code?: string }) => joinClassroom(id, code),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['classrooms'] }),
  });
}
