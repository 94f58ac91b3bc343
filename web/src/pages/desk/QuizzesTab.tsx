import { useEffect } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { GetCertificate } from '@/features/certificates/GetCertificate';
import { StudentQuiz, TeacherQuizzes } from '@/features/quizzes';
import type { TabProps } from './tabs';

export default function QuizzesTab({ classroomId, teaches }: TabProps) {
  return teaches ? (
    <Teaching classroomId={classroomId} />
  ) : (
    <StudentQuiz classroomId={classroomId} reward={(quizId) => <GetCertificate quizId={quizId} />} />
  );
}

/** Questions that were chosen in the bank come with the way here, once: a reload brings none. */
function Teaching({ classroomId }: { classroomId: string }) {
  const { state, pathname } = useLocation();
  const navigate = useNavigate();
  useEffect(() => {
    if (state?.use) void navigate(pathname, { replace: true, state: null });
  }, [state, pathname, navigate]);
  return <TeacherQuizzes classroomId={classroomId} use={state?.use} />;
}
