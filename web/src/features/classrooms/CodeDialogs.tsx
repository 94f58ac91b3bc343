import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { OpenedClassroom } from '@/generated/schema';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { useJoin } from './api';
import css from './forms.module.css';

/** Asks for the code of a private class and joins it. */
export function JoinDialog({ classroomId, onClose }: { classroomId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const navigate = useNavigate();
  const join = useJoin();
  return (
    <Dialog title={t('classrooms.joinDialog.title')} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          const code = String(new FormData(event.currentTarget).get('code')).trim();
          join.mutate({ id: classroomId, code }, { onSuccess: () => navigate(`/classrooms/${classroomId}`) });
        }}
      >
        <Field
          label={t('classrooms.joinDialog.code')}
          hint={t('classrooms.joinDialog.codeHint')}
          name="code"
          className={css.code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          maxLength={64}
          autoFocus
        />
        {join.error && <Notice>{sentence(asProblem(join.error))}</Notice>}
        <Button type="submit" size="l" busy={join.isPending}>
          {t('classrooms.joinDialog.submit')}
        </Button>
      </form>
    </Dialog>
  );
}

/** Shows the code of a class that was just made; the server tells it only now. */
export function CodeDialog({ created, onClose }: { created: OpenedClassroom; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [copied, setCopied] = useState(false);
  const { classroom, joinCode } = created;
  return (
    <Dialog title={t('classrooms.codeDialog.title')} onClose={onClose}>
      <div className={css.form}>
        <p>{t('classrooms.codeDialog.lead', { title: classroom.title })}</p>
        <output className={css.bigCode}>{joinCode}</output>
        <div className={css.buttons}>
          {/* Browsers offer the clipboard on secure origins only; elsewhere the code is there to be read. */}
          {navigator.clipboard && joinCode && (
            <Button
              tone="paper"
              icon="copy"
              onClick={() => navigator.clipboard.writeText(joinCode).then(() => setCopied(true))}
            >
              {t(copied ? 'classrooms.codeDialog.copied' : 'classrooms.codeDialog.copy')}
            </Button>
          )}
          <Button onClick={() => navigate(`/classrooms/${classroom.id}`)}>
            {t('classrooms.codeDialog.enter')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
