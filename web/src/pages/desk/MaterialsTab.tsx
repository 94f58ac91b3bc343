import { Materials } from '@/features/materials';
import type { TabProps } from './tabs';

export default function MaterialsTab({ classroomId, teaches }: TabProps) {
  return <Materials classroomId={classroomId} teaches={teaches} />;
}
