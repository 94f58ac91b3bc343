import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type {
  ApplyRegrade,
  GradingQueues,
  GradingTaskView,
  JudgeAnswer,
  NextTask,
  PreviewRegrade,
  QuizList,
  QuizStatisticsView,
  QuizView,
  RegradeView,
} from '@/generated/schema';
import { api } from '@/lib/api';

export type Which = 'first' | 'last' | 'highest' | 'all';
export type Correction = PreviewRegrade['corrections'][number];

/** The quizzes of a class that have been opened, newest first. */
export const useGivenQuizzes = (classroomId: string) =>
  useQuery({
    queryKey: ['grading', classroomId],
    queryFn: async () => {
      const items: QuizView[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page: QuizList = await api.get(
          `/quiz?${new URLSearchParams({ classroomId, ...(cursor && { cursor }) })}`,
        );
        items.push(...page.items.filter((quiz) => quiz.state !== 'draft'));
        cursor = page.next;
      }
      return items;
    },
  });

export const useStatistics = (quizId: string, which: Which) =>
  useQuery({
    queryKey: ['statistics', quizId, which],
    queryFn: () => api.get<QuizStatisticsView>(`/quiz/${quizId}/statistics?of=${which}`),
    staleTime: 0,
  });

export const useQueues = (quizId: string) =>
  useQuery({
    queryKey: ['queues', quizId],
    queryFn: () => api.get<GradingQueues>(`/quiz/${quizId}/grading`),
    staleTime: 0,
  });

/** Makes everything that hangs on marks be asked for anew. */
export function useRefreshMarks(): () => Promise<void> {
  const queries = useQueryClient();
  return useCallback(async () => {
    const keys = ['queues', 'statistics', 'gradebook', 'results'];
    await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
  }, [queries]);
}

export const nextTask = async (quizId: string, questionId: string, after: string | null) =>
  (await api.post<NextTask>(`/quiz/${quizId}/grading/next`, { questionId, after })).task;

export const revealTask = (quizId: string, task: GradingTaskView) =>
  api.get<GradingTaskView>(`/quiz/${quizId}/grading/${task.attemptId}/${task.question.id}?reveal=true`);

export const judge = (quizId: string, task: GradingTaskView, wish: JudgeAnswer) =>
  api.put<GradingTaskView>(`/quiz/${quizId}/grading/${task.attemptId}/${task.question.id}`, wish);

export const previewRegrade = (quizId: string, corrections: Correction[]) =>
  api.post<RegradeView>(`/quiz/${quizId}/regrade/preview`, { corrections });

export const applyRegrade = (quizId: string, wish: ApplyRegrade) =>
  api.post<RegradeView>(`/quiz/${quizId}/regrade`, wish);
