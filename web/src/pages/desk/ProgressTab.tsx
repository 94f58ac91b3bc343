import { Progress } from '@/features/progress/Progress';
import type { TabProps } from './tabs';

export default function ProgressTab({ classroomId, teaches }: TabProps) {
  return <Progress classroomId={classroomId} teaches={teaches} />;
}
