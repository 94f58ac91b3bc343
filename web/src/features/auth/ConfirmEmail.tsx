import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import css from './auth.module.css';
import { askConfirmation } from './recovery';

/** Letters go only to an address that its owner has confirmed; here one asks for the letter that does it. */
export function ConfirmEmail({ email }: { email: string }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [sent, setSent] = useState(false);
  const { run, busy, problem } = useAction(async () => {
    await askConfirmation();
    setSent(true);
  });
  return (
    <div className={css.confirm}>
      <p>{t('auth.confirm.lead', { email })}</p>
      {problem && <Notice>{sentence(problem)}</Notice>}
      {sent ? (
        <Notice tone="good">{t('auth.confirm.sent')}</Notice>
      ) : (
        <Button tone="paper" busy={busy} onClick={run}>
          {t('auth.confirm.ask')}
        </Button>
      )}
    </div>
  );
}
