/** Grading the quizzes of a class: what can be done about each, and the view of it. Brings its own data. */
export { QuizShelf } from './QuizShelf';
