import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Field } from '@/ui/Field';
import css from './TakeQuiz.module.css';

interface PasswordDialogProps {
  busy: boolean;
  problem: Problem | null;
  onEnter: (password: string) => void;
  onClose: () => void;
}

/** Asks for the word that the teacher says in class. */
export function PasswordDialog({ busy, problem, onEnter, onClose }: PasswordDialogProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [password, setPassword] = useState('');
  return (
    <Dialog title={t('take.password.title')} onClose={onClose}>
      <form
        className={css.confirm}
        onSubmit={(event) => {
          event.preventDefault();
          if (password !== '') onEnter(password);
        }}
      >
        <Field
          label={t('take.password.label')}
          hint={t('take.password.hint')}
          error={problem ? sentence(problem) : undefined}
          type="text"
          autoFocus
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={200}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <div className={css.ways}>
          <Button tone="paper" onClick={onClose}>
            {t('take.password.later')}
          </Button>
          <Button type="submit" tone="sun" icon="play" busy={busy} disabled={password === ''}>
            {t('quiz.start')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
