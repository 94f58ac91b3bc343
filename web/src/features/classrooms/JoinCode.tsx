import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { getClassroom, newJoinCode } from './api';
import css from './forms.module.css';

/** The teacher's way to let people into a private class. The server keeps no code in clear, so each look makes a new one. */
export function JoinCode({ classroomId }: { classroomId: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [code, setCode] = useState<string | null>(null);
  const classroom = useQuery({
    queryKey: ['classroom', classroomId],
    queryFn: () => getClassroom(classroomId),
  });
  const { run, busy, problem } = useAction(async () => setCode((await newJoinCode(classroomId)).joinCode));
  if (classroom.data?.visibility !== 'private') return null;
  return (
    <div className={css.access}>
      {code ? (
        <output className={css.smallCode} aria-label={t('people.code')}>
          {code}
        </output>
      ) : (
        <Button tone="paper" icon="key" busy={busy} onClick={run}>
          {t('people.newCode')}
        </Button>
      )}
      {problem && <Notice>{sentence(problem)}</Notice>}
    </div>
  );
}
