import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type {
  BookSetUp,
  BookView,
  GradebookPage,
  GradeRow,
  ImportPlan,
  MarkHistory,
  MyGrades,
  SetMark,
} from '@/generated/schema';
import { api } from '@/lib/api';

export type Gradebook = Pick<GradebookPage, 'book' | 'rows'>;
type Key = readonly [string, string];

const keyOf = (classroomId: string): Key => ['gradebook', classroomId];
const pathOf = (classroomId: string): string => `/gradebook/${classroomId}`;

export const useGradebook = (classroomId: string) =>
  useQuery({
    queryKey: keyOf(classroomId),
    queryFn: async (): Promise<Gradebook> => {
      const first = await api.get<GradebookPage>(pathOf(classroomId));
      const { book, rows } = first;
      for (let cursor = first.next; cursor !== null; ) {
        const page: GradebookPage = await api.get(
          `${pathOf(classroomId)}?${new URLSearchParams({ cursor })}`,
        );
        rows.push(...page.rows);
        cursor = page.next;
      }
      return { book, rows };
    },
  });

export const useMyGrades = (classroomId: string) =>
  useQuery({
    queryKey: ['grades', classroomId],
    queryFn: () => api.get<MyGrades>(`${pathOf(classroomId)}/mine`),
    staleTime: 0,
  });

export const useHistory = (classroomId: string, userId: string, columnId: string) =>
  useQuery({
    queryKey: ['mark', classroomId, userId, columnId],
    queryFn: () => api.get<MarkHistory>(`${pathOf(classroomId)}/marks/${userId}/${columnId}`),
    staleTime: 0,
  });

/** Gives a mark; the student's row in every list is then the server's. */
export function useGive(classroomId: string) {
  const queries = useQueryClient();
  return useCallback(
    async (userId: string, columnId: string, mark: SetMark): Promise<void> => {
      const row = await api.put<GradeRow>(`${pathOf(classroomId)}/marks/${userId}/${columnId}`, mark);
      queries.setQueryData<Gradebook>(
        keyOf(classroomId),
        (known) => known && { ...known, rows: known.rows.map((one) => (one.userId === userId ? row : one)) },
      );
    },
    [queries, classroomId],
  );
}

export function useRefreshGradebook(classroomId: string): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(
    () => queries.invalidateQueries({ queryKey: keyOf(classroomId) }),
    [queries, classroomId],
  );
}

export const setUp = (classroomId: string, wish: BookSetUp) => api.put<BookView>(pathOf(classroomId), wish);

export const previewImport = (classroomId: string, content: string) =>
  api.post<ImportPlan>(`${pathOf(classroomId)}/import/preview`, { content });

export const applyImport = (classroomId: string, content: string, fingerprint: string) =>
  api.post<ImportPlan>(`${pathOf(classroomId)}/import`, { content, fingerprint });

/** Hands the table to the browser as a download. */
export const saveTable = (classroomId: string, kind: 'csv' | 'xlsx'): Promise<void> =>
  api.save(`${pathOf(classroomId)}/export?kind=${kind}`, `grades.${kind}`);
