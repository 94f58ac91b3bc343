/** The quiz screens. Both take the classroom's id, bring their own data, and fill whatever place they are given. */
export { StudentQuizzes as StudentQuiz } from './StudentQuizzes';
export { TeacherQuizzes } from './TeacherQuizzes';
