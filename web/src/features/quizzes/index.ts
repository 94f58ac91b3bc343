/**
 * The quiz screens. `StudentQuiz` and `TeacherQuizzes` are what a classroom's page shows; both take the classroom's
 * id and bring their own data. Written beside the page: the page only places them.
 */
export { StudentQuiz } from './StudentQuiz';
export { TeacherQuizzes } from './TeacherQuizzes';
