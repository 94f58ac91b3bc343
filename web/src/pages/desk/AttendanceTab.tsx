import { StudentAttendance } from '@/features/attendance/StudentAttendance';
import { TeacherAttendance } from '@/features/attendance/TeacherAttendance';
import type { TabProps } from './tabs';

export default function AttendanceTab({ classroomId, teaches }: TabProps) {
  return teaches ? (
    <TeacherAttendance classroomId={classroomId} />
  ) : (
    <StudentAttendance classroomId={classroomId} />
  );
}
