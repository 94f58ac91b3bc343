import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AnswerSaved, AnswerValue, Attempt, AttemptResult, Page, Quiz, QuizInput, QuizResults } from '@/generated/api';
import { api } from '@/lib/api';
import { learnServerTime } from '@/lib/clock';
import { asProblem } from '@/lib/problem';

export const useQuizzes = (classroomId: string) =>
  useQuery({
    queryKey: ['quizzes', classroomId],
    queryFn: () => api.get<Page<Quiz>>(`/quiz?${new URLSearchParams({ classroomId })}`),
  });

export const useResults = (quizId: string) =>
  useQuery({ queryKey: ['results', quizId], queryFn: () => api.get<QuizResults>(`/quiz/${quizId}/results`), staleTime: 0 });

/** Makes the lists and results be asked for anew. */
export function useRefreshQuizzes(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['quizzes'] }),
      queries.invalidateQueries({ queryKey: ['results'] }),
    ]);
  }, [queries]);
}

export const createQuiz = (input: QuizInput) => api.post<Quiz>('/quiz/create', input);

/** Starts an attempt, or takes up the one that is open already. */
export async function takeUp(quizId: string): Promise<Attempt> {
  const sentAt = Date.now();
  const attempt = await api.post<Attempt>(`/quiz/${quizId}/start`).catch((error) => {
    if (asProblem(error).code !== 'attempt-open') throw error;
    return api.get<Attempt>(`/quiz/${quizId}/attempt`);
  });
  learnServerTime(attempt.serverTime, sentAt);
  return attempt;
}

export const saveAnswer = (quizId: string, questionId: string, value: AnswerValue, revision: number) =>
  api.put<AnswerSaved>(`/quiz/${quizId}/answers/${questionId}`, { value, revision });

export const submitAttempt = (quizId: string, answers: Record<string, AnswerValue>) =>
  api.post<AttemptResult>(`/quiz/${quizId}/submit`, { answers });

/** The result of the newest attempt, for one that the server has handed in by itself. */
export async function lastResult(quizId: string): Promise<AttemptResult | null> {
  const { mine } = await api.get<QuizResults>(`/quiz/${quizId}/results`);
  return mine.toSorted((a, b) => b.number - a.number)[0] ?? null;
}
