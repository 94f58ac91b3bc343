import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type {
  AnswerSaved,
  AttemptResult,
  CreateQuiz,
  GradeView,
  QuizList,
  QuizPreview,
  QuizResults,
  QuizView,
  UpdateQuiz,
  UserProgress,
} from '@/generated/schema';
import { api } from '@/lib/api';
import type { AnswerValue } from '@/questions/kinds';
import { useRoom } from '@/room/store';

const DRAINING_MS = 1500;
/** How often the list is looked at where no room tells of what opens and closes. */
const LOOK_MS = 30_000;

/** Results, and what the room had told about progress when they were asked for: whatever came later is newer. */
export interface Results extends QuizResults {
  heard: Record<string, UserProgress>;
}

export const useQuizzes = (classroomId: string) =>
  useQuery({
    queryKey: ['quizzes', classroomId],
    refetchInterval: LOOK_MS,
    queryFn: async () => {
      const items: QuizView[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: QuizList = await api.get(
          `/quiz?${new URLSearchParams({ classroomId, ...(cursor && { cursor }) })}`,
        );
        items.push(...page.items);
        cursor = page.next;
      }
      return items;
    },
  });

export const resultsOf = (quizId: string) => ({
  queryKey: ['results', quizId],
  staleTime: 0,
  queryFn: async (): Promise<Results> => {
    const heard = useRoom.getState().progress[quizId] ?? {};
    const all = await api.get<QuizResults>(`/quiz/${quizId}/results`);
    while (all.next !== null) {
      const more = await api.get<QuizResults>(
        `/quiz/${quizId}/results?${new URLSearchParams({ cursor: all.next })}`,
      );
      all.rows.push(...more.rows);
      all.next = more.next;
    }
    return { ...all, heard };
  },
});

/** A quiz that has just closed hands in what is open first; its answers are asked for until they are there. */
export const useResults = (quizId: string) =>
  useQuery({
    ...resultsOf(quizId),
    refetchInterval: ({ state: { data } }) =>
      data?.quiz.state === 'closed' && data.quiz.review.closed?.includes('key') && data.mine.some(keyHidden)
        ? DRAINING_MS
        : false,
  });

export const keyHidden = (result: AttemptResult): boolean => !result.shown.includes('key');

/** Makes the lists and results be asked for anew. */
export function useRefreshQuizzes(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await Promise.all(
      ['quizzes', 'results', 'grade', 'preview'].map((key) => queries.invalidateQueries({ queryKey: [key] })),
    );
  }, [queries]);
}

/** What a student has reached at a quiz, by its grade method. */
export const useGrade = (quizId: string, wanted: boolean) =>
  useQuery({
    queryKey: ['grade', quizId],
    enabled: wanted,
    queryFn: () => api.get<GradeView>(`/quiz/${quizId}/my-best`),
  });

/** A quiz with its questions and keys, for its teacher. */
export const usePreview = (quizId: string) =>
  useQuery({
    queryKey: ['preview', quizId],
    staleTime: 0,
    queryFn: () => api.get<QuizPreview>(`/quiz/${quizId}/preview`),
  });

export const changeQuiz = (quizId: string, input: UpdateQuiz) => api.put<QuizView>(`/quiz/${quizId}`, input);
export const deleteQuiz = (quizId: string) => api.delete<void>(`/quiz/${quizId}`);
export const createQuiz = (input: CreateQuiz) => api.post<QuizView>('/quiz/create', input);
export const openQuiz = (quizId: string) => api.post<QuizView>(`/quiz/${quizId}/open`);
export const closeQuiz = (quizId: string) => api.post<QuizView>(`/quiz/${quizId}/close`);

export const saveAnswer = (quizId: string, questionId: string, value: AnswerValue, revision: number) =>
  api.put<AnswerSaved>(`/quiz/${quizId}/answers/${questionId}`, { value, revision });

export const submitAttempt = (quizId: string, answers: Record<string, AnswerValue>) =>
  api.post<AttemptResult>(`/quiz/${quizId}/submit`, { answers });

/** The newest attempt that was handed in, by the student or by the clock. */
export const newest = (results: QuizResults | undefined): AttemptResult | null =>
  results?.mine.toSorted((a, b) => b.number - a.number)[0] ?? null;
