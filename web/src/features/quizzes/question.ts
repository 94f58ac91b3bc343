import type { AttemptView } from '@/generated/schema';

/** A question as those see it who answer. */
export type QuestionView = AttemptView['questions'][number];
