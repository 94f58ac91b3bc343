import { useQuery } from '@tanstack/react-query';
import type {
  QuizDraftList,
  QuizDraftView,
  TutorAnswer,
  TutorHistory,
  TutorPolicyView,
  TutorStats,
  TutorStatus,
} from '@/generated/schema';
import { api } from '@/lib/api';

const inClass = (classroomId: string) => new URLSearchParams({ classroomId });
const MOST_TURNS = '30';
const LOOK_AGAIN_MS = 20_000;

/** What answers and whether it may: a quiz can begin at any moment, so it is asked for again and again. */
export const useTutorStatus = (classroomId: string) =>
  useQuery({
    queryKey: ['tutor', 'status', classroomId],
    queryFn: () => api.get<TutorStatus>(`/ai-tutor/status?${inClass(classroomId)}`),
    refetchInterval: LOOK_AGAIN_MS,
  });

export const useTutorStats = (classroomId: string) =>
  useQuery({
    queryKey: ['tutor', 'stats', classroomId],
    queryFn: () => api.get<TutorStats>(`/ai-tutor/stats?${inClass(classroomId)}`),
  });

export const useDrafts = (classroomId: string) =>
  useQuery({
    queryKey: ['tutor', 'drafts', classroomId],
    queryFn: () => api.get<QuizDraftList>(`/ai-tutor/drafts?${inClass(classroomId)}`),
  });

/** The turns of the conversation that was had last in this class, oldest first. */
export async function lastConversation(classroomId: string): Promise<TutorAnswer[]> {
  const newest = await api.get<TutorHistory>(
    `/ai-tutor/history?${new URLSearchParams({ classroomId, limit: MOST_TURNS })}`,
  );
  const last = newest.items[0]?.conversationId;
  return newest.items.filter((one) => one.conversationId === last).reverse();
}

export const cancelAnswer = (id: string) => api.post<TutorAnswer>(`/ai-tutor/${id}/cancel`);

export const judgeAnswer = (id: string, rating: 'up' | 'down' | null) =>
  api.post<TutorAnswer>(`/ai-tutor/${id}/feedback`, { rating });

export const decidePolicy = (classroomId: string, duringQuiz: 'closed' | 'openBook') =>
  api.put<TutorPolicyView>('/ai-tutor/policy', { classroomId, duringQuiz });

export const generateQuiz = (classroomId: string, topic: string, count: number) =>
  api.post<QuizDraftView>('/ai-tutor/generate-quiz', { classroomId, topic, count });

export const decideItem = (draftId: string, number: number, decision: 'approve' | 'reject') =>
  api.post<QuizDraftView>(`/ai-tutor/drafts/${draftId}/items/${number}/${decision}`);
