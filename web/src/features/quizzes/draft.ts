import type { CreateQuiz } from '@/generated/schema';
import { randomId } from '@/lib/ids';

export type QuestionType = 'single' | 'multiple' | 'trueFalse' | 'shortAnswer';
type QuestionInput = CreateQuiz['questions'][number];

/** A question while it is written: room for every type, so that changing the type loses nothing. */
export interface DraftQuestion {
  key: string;
  type: QuestionType;
  text: string;
  points: string;
  explanation: string;
  options: { key: string; text: string; correct: boolean }[];
  truth: boolean;
  accepted: string;
  caseSensitive: boolean;
}

/** A quiz while it is written. Numbers are kept as they were typed, so that a field can be empty meanwhile. */
export interface Draft {
  title: string;
  minutes: string;
  pass: string;
  tokens: string;
  attempts: string;
  shuffle: boolean;
  questions: DraftQuestion[];
}

export const newOption = () => ({ key: randomId(), text: '', correct: false });

export const newQuestion = (type: QuestionType = 'single'): DraftQuestion => ({
  key: randomId(),
  type,
  text: '',
  points: '1',
  explanation: '',
  options: [newOption(), newOption(), newOption()],
  truth: true,
  accepted: '',
  caseSensitive: false,
});

export const newDraft = (): Draft => ({
  title: '',
  minutes: '10',
  pass: '50',
  tokens: '10',
  attempts: '1',
  shuffle: true,
  questions: [newQuestion()],
});

const MOST_OPTIONS = 12;
export const canGrow = (question: DraftQuestion): boolean => question.options.length < MOST_OPTIONS;

/** Marks an option as right or not; where one answer holds, the others are no longer right. */
export const marked = (question: DraftQuestion, key: string, correct: boolean): DraftQuestion['options'] =>
  question.options.map((option) => {
    if (option.key === key) return { ...option, correct };
    return question.type === 'single' && correct ? { ...option, correct: false } : option;
  });

/** Another type keeps everything, except that a single right answer is the first of several. */
export function retyped(question: DraftQuestion, type: QuestionType): DraftQuestion {
  const first = question.options.find((option) => option.correct);
  const options =
    type === 'single'
      ? question.options.map((option) => ({ ...option, correct: option === first }))
      : question.options;
  return { ...question, type, options };
}

/** The draft as the server takes it. Places stay as they are, so that its complaints find their field. */
export const toCreateQuiz = (classroomId: string, draft: Draft): CreateQuiz => ({
  classroomId,
  title: draft.title.trim(),
  timeLimitSeconds: Math.round(Number(draft.minutes) * 60),
  passScore: Number(draft.pass) / 100,
  tokensReward: Number(draft.tokens),
  maxAttempts: Number(draft.attempts),
  shuffle: draft.shuffle,
  shuffleOptions: draft.shuffle,
  questions: draft.questions.map(toQuestion),
});

function toQuestion(question: DraftQuestion): QuestionInput {
  const common = {
    text: question.text.trim(),
    points: Number(question.points),
    explanation: question.explanation.trim() || null,
  };
  switch (question.type) {
    case 'single':
    case 'multiple':
      return { ...common, type: question.type, options: filled(question) };
    case 'trueFalse':
      return { ...common, type: 'trueFalse', correct: question.truth };
    case 'shortAnswer':
      return {
        ...common,
        type: 'shortAnswer',
        accepted: lines(question.accepted),
        caseSensitive: question.caseSensitive,
      };
  }
}

/** Options without the empty ones at the end; an empty one between others keeps its place and is complained about. */
export function filled({ options }: DraftQuestion): { text: string; correct: boolean }[] {
  const last = options.findLastIndex((option) => option.text.trim() !== '' || option.correct);
  return options.slice(0, Math.max(2, last + 1)).map(({ text, correct }) => ({ text: text.trim(), correct }));
}

export const lines = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);
