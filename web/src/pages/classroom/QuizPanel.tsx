import { GetCertificate } from '@/features/certificates/GetCertificate';
import { StudentQuiz, TeacherQuizzes } from '@/features/quizzes';

export default function QuizPanel({ classroomId, teaches }: { classroomId: string; teaches: boolean }) {
  return teaches ? (
    <TeacherQuizzes classroomId={classroomId} />
  ) : (
    <StudentQuiz classroomId={classroomId} reward={(quizId) => <GetCertificate quizId={quizId} />} />
  );
}
