export const StudentQuiz = () => null;
export const TeacherQuizzes = () => null;

import { _roots } from '@react-three/fiber';
import { CHAIRS, POUFS } from '@/world/layout';

window.__roots = _roots;
window.__CHAIRS = CHAIRS;
