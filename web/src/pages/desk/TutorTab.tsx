import { StudentTutor, TeacherTutor } from '@/features/tutor';
import type { TabProps } from './tabs';

export default function TutorTab({ classroomId, teaches }: TabProps) {
  return teaches ? <TeacherTutor classroomId={classroomId} /> : <StudentTutor classroomId={classroomId} />;
}
