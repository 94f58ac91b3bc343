import { Schedule } from '@/features/schedule/Schedule';
import type { TabProps } from './tabs';

export default function ScheduleTab(props: TabProps) {
  return <Schedule {...props} />;
}
