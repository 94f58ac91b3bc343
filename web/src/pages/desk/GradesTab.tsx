import { StudentGrades, TeacherGrades } from '@/features/gradebook';
import { QuizShelf } from '@/features/grading';
import type { TabProps } from './tabs';

export default function GradesTab({ classroomId, teaches }: TabProps) {
  if (!teaches) return <StudentGrades classroomId={classroomId} />;
  return (
    <QuizShelf classroomId={classroomId}>
      <TeacherGrades classroomId={classroomId} />
    </QuizShelf>
  );
}
