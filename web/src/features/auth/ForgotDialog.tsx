import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import css from './auth.module.css';
import { forgotPassword } from './recovery';

/** Asks for a letter. The answer is the same for everybody: who has an account is nobody else's business. */
export function ForgotDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [sent, setSent] = useState(false);
  const { run, busy, problem } = useAction(async (form: FormData) => {
    await forgotPassword(String(form.get('email')).trim());
    setSent(true);
  });
  return (
    <Dialog title={t('auth.forgot.title')} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void run(new FormData(event.currentTarget));
        }}
      >
        <p>{t('auth.forgot.lead')}</p>
        <Field
          label={t('auth.email')}
          error={problem?.fields.email}
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
        />
        {problem && <Notice>{sentence(problem)}</Notice>}
        {sent && <Notice tone="good">{t('auth.forgot.sent')}</Notice>}
        <Button type="submit" busy={busy}>
          {t('auth.forgot.send')}
        </Button>
      </form>
    </Dialog>
  );
}
