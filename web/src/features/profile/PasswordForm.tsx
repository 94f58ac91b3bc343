import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { changePassword } from './api';
import css from './PasswordForm.module.css';

export function PasswordForm({ email }: { email: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const form = useRef<HTMLFormElement>(null);
  const [changed, setChanged] = useState(false);
  const { run, busy, problem } = useAction(async (entered: FormData) => {
    setChanged(false);
    await changePassword(String(entered.get('current')), String(entered.get('next')));
    form.current?.reset();
    setChanged(true);
  });
  return (
    <form
      ref={form}
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void run(new FormData(event.currentTarget));
      }}
    >
      {/* Password managers file a new password under the name they find beside it. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field
        label={t('profile.current')}
        name="current"
        type="password"
        autoComplete="current-password"
        required
        maxLength={200}
      />
      <Field
        label={t('profile.next')}
        hint={t('auth.passwordHint')}
        error={problem?.fields.newPassword}
        name="next"
        type="password"
        autoComplete="new-password"
        required
        minLength={8}
        maxLength={200}
      />
      {problem && <Notice>{sentence(problem)}</Notice>}
      {changed && <Notice tone="good">{t('profile.changed')}</Notice>}
      <Button type="submit" tone="paper" busy={busy}>
        {t('profile.change')}
      </Button>
    </form>
  );
}
