import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Chat } from '@/features/chat/Chat';
import { useRoom } from '@/room/store';
import { cx } from '@/ui/cx';
import { Skeleton } from '@/ui/Empty';
import { Panel } from '@/ui/Panel';
import css from '../ClassroomPage.module.css';
import type { PanelName } from './ActionBar';

const PeoplePanel = lazy(() => import('./PeoplePanel'));
const LessonPanel = lazy(() => import('./LessonPanel'));
const QuizPanel = lazy(() => import('./QuizPanel'));

interface SidePanelProps {
  name: PanelName;
  userId: string;
  teaches: boolean;
  onClose: () => void;
}

/** One panel at a time beside the room. What is in it comes when it is first opened. */
export function SidePanel({ name, userId, teaches, onClose }: SidePanelProps) {
  const { t } = useTranslation();
  const classroomId = useRoom((state) => state.classroomId) ?? '';
  return (
    <div className={cx(css.side, name === 'lesson' && css.wide)}>
      <Panel key={name} title={t(`${name}.title`)} onClose={onClose}>
        <Suspense fallback={<Skeleton label={t('common.loading')} />}>
          {name === 'chat' && <Chat userId={userId} />}
          {name === 'people' && <PeoplePanel classroomId={classroomId} userId={userId} teaches={teaches} />}
          {name === 'quiz' && <QuizPanel classroomId={classroomId} teaches={teaches} />}
          {name === 'lesson' && <LessonPanel classroomId={classroomId} teaches={teaches} />}
        </Suspense>
      </Panel>
    </div>
  );
}
