import type { QuestionInput, QuestionType, QuizInput } from '@/generated/api';
import { randomId } from '@/lib/ids';

/** A question while it is written: room for every type, so that changing the type loses nothing. */
export interface DraftQuestion {
  key: string;
  type: QuestionType;
  text: string;
  points: number;
  explanation: string;
  options: { key: string; text: string; correct: boolean }[];
  truth: boolean;
  accepted: string;
  caseSensitive: boolean;
}

export type DraftProblem = { code: 'title' } | { code: 'text' | 'options' | 'right' | 'accepted'; number: number };

export const newOption = () => ({ key: randomId(), text: '', correct: false });

export const newQuestion = (): DraftQuestion => ({
  key: randomId(),
  type: 'single',
  text: '',
  points: 1,
  explanation: '',
  options: [newOption(), newOption(), newOption()],
  truth: true,
  accepted: '',
  caseSensitive: false,
});

const filled = (question: DraftQuestion) => question.options.filter((option) => option.text.trim() !== '');
const lines = (text: string) => text.split('\n').flatMap((line) => line.trim() || []);

/** The first thing that keeps a quiz from being saved; null when nothing does. */
export function problemOf(title: string, questions: DraftQuestion[]): DraftProblem | null {
  if (title.trim() === '') return { code: 'title' };
  for (const [index, question] of questions.entries()) {
    const number = index + 1;
    if (question.text.trim() === '') return { code: 'text', number };
    if (question.type === 'shortAnswer' && lines(question.accepted).length === 0) return { code: 'accepted', number };
    if (question.type !== 'single' && question.type !== 'multiple') continue;
    if (filled(question).length < 2) return { code: 'options', number };
    const right = filled(question).filter((option) => option.correct).length;
    if (right === 0 || (question.type === 'single' && right > 1)) return { code: 'right', number };
  }
  return null;
}

export type QuizFrame = Omit<QuizInput, 'questions'>;

export const quizInput = (frame: QuizFrame, questions: DraftQuestion[]): QuizInput => ({
  ...frame,
  title: frame.title.trim(),
  questions: questions.map(questionInput),
});

function questionInput(question: DraftQuestion): QuestionInput {
  const explanation = question.explanation.trim();
  const base = { text: question.text.trim(), points: question.points, ...(explanation && { explanation }) };
  switch (question.type) {
    case 'single':
    case 'multiple':
      return {
        ...base,
        type: question.type,
        options: filled(question).map(({ text, correct }) => ({ text: text.trim(), correct })),
      };
    case 'trueFalse':
      return { ...base, type: 'trueFalse', correct: question.truth };
    case 'shortAnswer':
      return { ...base, type: 'shortAnswer', accepted: lines(question.accepted), caseSensitive: question.caseSensitive };
  }
}
