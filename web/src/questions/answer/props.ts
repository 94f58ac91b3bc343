import type { AnswerValue, QuestionView } from '../kinds';

/** What every input is given: the question, what is answered so far, and the id of the question's text. */
export interface AnswerProps<T extends QuestionView['type'] = QuestionView['type']> {
  question: Extract<QuestionView, { type: T }>;
  value: AnswerValue;
  onChange: (value: AnswerValue) => void;
  labelledBy: string;
}
