/** The tutor's screens. Both take the classroom's id, bring their own data, and fill whatever place they are given. */
export { StudentTutor } from './StudentTutor';
export { TeacherTutor } from './TeacherTutor';
