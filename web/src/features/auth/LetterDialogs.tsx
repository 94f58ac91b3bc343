import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, type Problem } from '@/lib/problem';
import { forget } from '@/lib/session';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Skeleton } from '@/ui/Empty';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import css from './auth.module.css';
import { confirmEmail, type LetterLink, resetPassword, takeLetterLink } from './recovery';

/** What somebody came for who followed the link of a letter. */
export function LetterDialogs() {
  const [link, setLink] = useState<LetterLink | null>(takeLetterLink);
  useEffect(() => {
    const look = () => setLink((now) => takeLetterLink() ?? now);
    window.addEventListener('hashchange', look);
    return () => window.removeEventListener('hashchange', look);
  }, []);
  const close = () => setLink(null);
  if (link?.kind === 'reset') return <ResetDialog token={link.token} onClose={close} />;
  if (link?.kind === 'confirm') return <ConfirmDialog key={link.token} token={link.token} onClose={close} />;
  return null;
}

function ResetDialog({ token, onClose }: { token: string; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [done, setDone] = useState(false);
  const { run, busy, problem } = useAction(async (form: FormData) => {
    await resetPassword(token, String(form.get('password')));
    forget();
    setDone(true);
  });
  return (
    <Dialog title={t('auth.reset.title')} onClose={onClose}>
      {done ? (
        <div className={css.form}>
          <Notice tone="good">{t('auth.reset.done')}</Notice>
          <Button onClick={onClose}>{t('auth.signIn')}</Button>
        </div>
      ) : (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            void run(new FormData(event.currentTarget));
          }}
        >
          <Field
            label={t('profile.next')}
            hint={t('auth.passwordHint')}
            error={problem?.fields.newPassword}
            name="password"
            type="password"
            autoComplete="new-password"
            required
            minLength={8}
            maxLength={200}
          />
          {problem && <Notice>{sentence(problem)}</Notice>}
          <Button type="submit" busy={busy}>
            {t('auth.reset.save')}
          </Button>
        </form>
      )}
    </Dialog>
  );
}

function ConfirmDialog({ token, onClose }: { token: string; onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [outcome, setOutcome] = useState<'done' | Problem | null>(null);
  useEffect(() => {
    confirmEmail(token).then(
      () => setOutcome('done'),
      (error) => setOutcome(asProblem(error)),
    );
  }, [token]);
  return (
    <Dialog title={t('auth.confirm.title')} onClose={onClose}>
      <div className={css.form}>
        {outcome === null && <Skeleton label={t('common.loading')} rows={1} />}
        {outcome === 'done' && <Notice tone="good">{t('auth.confirm.done')}</Notice>}
        {outcome !== null && outcome !== 'done' && <Notice>{sentence(outcome)}</Notice>}
        <Button onClick={onClose}>{t('common.close')}</Button>
      </div>
    </Dialog>
  );
}
