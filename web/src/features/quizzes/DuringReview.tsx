import { useQuery } from '@tanstack/react-query';
import type { AttemptView } from '@/generated/schema';
import { Reviewed } from './Reviewed';
import { resumeAttempt } from './start';

interface DuringReviewProps {
  attempt: AttemptView;
  questionId: string;
  /** Of the saved answer: each gets an answer of its own. */
  revision: number;
}

/** What the teacher shows of an answer while the attempt still runs. */
export function DuringReview({ attempt, questionId, revision }: DuringReviewProps) {
  const { data } = useQuery({
    queryKey: ['during', attempt.id, questionId, revision],
    queryFn: async () => (await resumeAttempt(attempt.quizId)).review,
  });
  const review = data?.find(({ question }) => question.id === questionId);
  return review ? <Reviewed review={review} /> : null;
}
