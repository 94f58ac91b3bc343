/** The grades of a class, from either side of the desk. Both bring their own data. */
export { StudentGrades } from './StudentGrades';
export { TeacherGrades } from './TeacherGrades';
