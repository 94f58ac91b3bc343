import { JoinCode } from '@/features/classrooms/JoinCode';
import { Bans } from '@/features/people/Bans';
import { People } from '@/features/people/People';
import { RoomControls } from '@/features/people/RoomControls';
import { Waiting } from '@/features/people/Waiting';
import css from './PeoplePanel.module.css';

interface PeoplePanelProps {
  classroomId: string;
  userId: string;
  teaches: boolean;
}

/** Who is here; for teachers also who waits, who may not come in, and the door. */
export default function PeoplePanel({ classroomId, userId, teaches }: PeoplePanelProps) {
  if (!teaches) return <People userId={userId} teaches={false} />;
  return (
    <div className={css.parts}>
      <Waiting />
      <People userId={userId} teaches />
      <RoomControls />
      <Bans classroomId={classroomId} />
      <JoinCode classroomId={classroomId} />
    </div>
  );
}
