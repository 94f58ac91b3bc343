import { GetCertificate } from '@/features/certificates/GetCertificate';
import { StudentQuiz, TeacherQuizzes } from '@/features/quizzes';
import type { TabProps } from './tabs';

export default function QuizzesTab({ classroomId, teaches }: TabProps) {
  return teaches ? (
    <TeacherQuizzes classroomId={classroomId} />
  ) : (
    <StudentQuiz classroomId={classroomId} reward={(quizId) => <GetCertificate quizId={quizId} />} />
  );
}
