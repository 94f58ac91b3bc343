import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { addPassword } from './api';
import { useWallets } from './useWallets';
import css from './wallet.module.css';

/** A second way in for who came with a wallet; the wallet has to agree. */
export function FirstPassword() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const wallets = useWallets();
  const { run, busy, problem } = useAction(async (pressed: string | null, entered: FormData) => {
    const wallet = wallets.find((one) => one.id === pressed) ?? wallets[0];
    if (wallet) await addPassword(wallet, String(entered.get('email')), String(entered.get('next')));
  });
  if (wallets.length === 0) return <p className={css.hint}>{t('wallet.notHere')}</p>;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pressed = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value') ?? null;
    void run(pressed, new FormData(event.currentTarget));
  };
  return (
    <form className={css.ways} onSubmit={submit}>
      <p className={css.hint} role="status">
        {t(busy ? 'wallet.waiting' : 'wallet.secondWay')}
      </p>
      <Field
        label={t('auth.email')}
        error={problem?.fields.email}
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
      />
      <Field
        label={t('wallet.newPassword')}
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
      {wallets.map((wallet) => (
        <Button key={wallet.id} type="submit" value={wallet.id} tone="paper" icon="wallet" busy={busy}>
          {wallets.length === 1 ? t('wallet.agree') : t('wallet.agreeWith', { name: wallet.name })}
        </Button>
      ))}
    </form>
  );
}
