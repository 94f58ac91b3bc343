import { useEffect } from 'react';
import { useRoom } from '@/room/store';
import { useRefreshQuizzes } from './api';

/** Lists and results are asked for anew whenever a quiz opens or closes in the room, and after a lost line. */
export function useRefreshOnNews(): void {
  const live = useRoom((state) => state.quizzes);
  const refresh = useRefreshQuizzes();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the change itself is the news
  useEffect(() => void refresh(), [live]);
}
