import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { signIn } from './api';
import css from './auth.module.css';
import { ForgotDialog } from './ForgotDialog';

export function SignInForm({ mail }: { mail: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [forgot, setForgot] = useState(false);
  const { run, busy, problem } = useAction((form: FormData) =>
    signIn(String(form.get('email')).trim(), String(form.get('password'))),
  );
  return (
    <>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void run(new FormData(event.currentTarget));
        }}
      >
        <Field
          label={t('auth.email')}
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
        />
        <Field
          label={t('auth.password')}
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
        />
        {mail && (
          <Button tone="plain" size="s" className={css.forgot} onClick={() => setForgot(true)}>
            {t('auth.forgot.ask')}
          </Button>
        )}
        {problem && <Notice>{sentence(problem)}</Notice>}
        <Button type="submit" size="l" busy={busy}>
          {t('auth.signIn')}
        </Button>
      </form>
      {forgot && <ForgotDialog onClose={() => setForgot(false)} />}
    </>
  );
}
