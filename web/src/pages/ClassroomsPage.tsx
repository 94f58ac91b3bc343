import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CodeDialog, JoinDialog } from '@/features/classrooms/CodeDialogs';
import { Corridor } from '@/features/classrooms/Corridor';
import { CreateDialog } from '@/features/classrooms/CreateDialog';
import type { OpenedClassroom } from '@/generated/schema';
import { useSession } from '@/lib/session';
import { Button } from '@/ui/Button';
import css from './ClassroomsPage.module.css';

type Open =
  | { kind: 'create' }
  | { kind: 'code'; created: OpenedClassroom }
  | { kind: 'join'; id: string }
  | null;

export function ClassroomsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const user = useSession((state) => state.user);
  const [open, setOpen] = useState<Open>(null);
  if (!user) return null;
  const teaches = user.role !== 'student';

  function created(made: OpenedClassroom): void {
    if (made.joinCode) setOpen({ kind: 'code', created: made });
    else void navigate(`/classrooms/${made.classroom.id}`);
  }

  return (
    <>
      <header className={css.head}>
        <h1>{t(`classrooms.greeting.${partOfDay(new Date())}`, { name: user.name.split(' ')[0] })}</h1>
        {teaches && (
          <Button icon="plus" size="l" onClick={() => setOpen({ kind: 'create' })}>
            {t('classrooms.create')}
          </Button>
        )}
      </header>
      <Corridor teaches={teaches} onNeedCode={(id) => setOpen({ kind: 'join', id })} />
      {open?.kind === 'create' && <CreateDialog onClose={() => setOpen(null)} onCreated={created} />}
      {open?.kind === 'code' && <CodeDialog created={open.created} onClose={() => setOpen(null)} />}
      {open?.kind === 'join' && <JoinDialog classroomId={open.id} onClose={() => setOpen(null)} />}
    </>
  );
}

function partOfDay(now: Date): 'morning' | 'afternoon' | 'evening' {
  if (now.getHours() < 12) return 'morning';
  return now.getHours() < 18 ? 'afternoon' : 'evening';
}
