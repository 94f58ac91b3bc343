import { StudentGrades, TeacherGrades } from '@/features/gradebook';
import type { TabProps } from './tabs';

export default function GradesTab({ classroomId, teaches }: TabProps) {
  return teaches ? <TeacherGrades classroomId={classroomId} /> : <StudentGrades classroomId={classroomId} />;
}
