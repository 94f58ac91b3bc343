/** The shapes of the REST interface. */

export type Role = 'student' | 'educator' | 'admin';
export type Standing = 'teacher' | 'student' | 'outsider';

export interface AvatarData {
  skin: string;
  hair: 'short' | 'bob' | 'long' | 'curly' | 'bun' | 'buzz' | 'bald' | 'scarf';
  hairColour: string;
  outfit: 'hoodie' | 'shirt' | 'blazer' | 'dress' | 'dungarees';
  outfitColour: string;
  accessory: 'none' | 'glasses' | 'headphones' | 'cap';
  expression: 'smile' | 'calm' | 'grin' | 'curious';
}

export interface Campus {
  name: string;
  version: string;
  openEducators: boolean;
  demoAccounts: { label: string; email: string; password: string }[];
}

export interface User {
  id: string;
  email: string;
  name: string;
  role: Role;
  avatarData: AvatarData;
  tokensEarned: number;
  walletAddress: string | null;
  createdAt: string;
}

export interface Session {
  token: string;
  expiresIn: number;
  refreshToken: string | null;
  user: User;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

export interface Classroom {
  id: string;
  title: string;
  description: string;
  subject: string;
  visibility: 'public' | 'private';
  capacity: number;
  status: 'open' | 'archived';
  owner: { id: string; name: string };
  studentCount: number;
  presentCount: number;
  standing: Standing;
  nftId: string | null;
  createdAt: string;
}

export interface ClassroomInput {
  title: string;
  description?: string;
  subject?: string;
  visibility?: 'public' | 'private';
  capacity?: number;
}

export interface ClassroomCreated {
  classroom: Classroom;
  joinCode: string | null;
}

export type QuestionType = 'single' | 'multiple' | 'trueFalse' | 'shortAnswer';
export type AnswerValue = string | string[] | boolean | null;

interface QuestionInputBase {
  text: string;
  points: number;
  explanation?: string;
}

export type QuestionInput = QuestionInputBase &
  (
    | { type: 'single' | 'multiple'; options: { text: string; correct: boolean }[] }
    | { type: 'trueFalse'; correct: boolean }
    | { type: 'shortAnswer'; accepted: string[]; caseSensitive: boolean }
  );

export interface QuizInput {
  classroomId: string;
  title: string;
  questions: QuestionInput[];
  timeLimitSeconds: number;
  passScore: number;
  tokensReward: number;
  maxAttempts: number;
  shuffle: boolean;
}

export interface Quiz {
  id: string;
  classroomId: string;
  title: string;
  state: 'draft' | 'open' | 'closed';
  questionCount: number;
  timeLimitSeconds: number;
  passScore: number;
  tokensReward: number;
  maxAttempts: number;
  shuffle: boolean;
  openedAt: string | null;
  createdAt: string;
  attemptsUsed: number;
}

export interface QuestionOption {
  id: string;
  text: string;
}

export interface Question {
  id: string;
  type: QuestionType;
  text: string;
  points: number;
  options: QuestionOption[];
}

export interface SavedAnswer {
  value: AnswerValue;
  revision: number;
}

export interface Attempt {
  id: string;
  quizId: string;
  title: string;
  number: number;
  state: 'open';
  startedAt: string;
  deadline: string;
  serverTime: string;
  questions: Question[];
  answers: Record<string, SavedAnswer>;
}

export interface AnswerSaved {
  questionId: string;
  revision: number;
  answered: number;
  savedAt: string;
}

export interface ReviewedQuestion {
  questionId: string;
  type: QuestionType;
  text: string;
  options: QuestionOption[];
  value: AnswerValue;
  fraction: number;
  points: number;
  explanation: string | null;
  key: AnswerValue;
}

export interface AttemptResult {
  attemptId: string;
  quizId: string;
  number: number;
  score: number;
  points: number;
  maxPoints: number;
  passed: boolean;
  tokensEarned: number;
  submittedAt: string;
  review: ReviewedQuestion[];
}

export interface ResultRow {
  userId: string;
  name: string;
  number: number;
  state: 'open' | 'submitted';
  answered: number;
  score: number | null;
  tokensEarned: number;
  submittedAt: string | null;
}

export interface QuizResults {
  quiz: Quiz;
  mine: AttemptResult[];
  rows: ResultRow[];
  next: string | null;
}
