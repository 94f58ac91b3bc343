import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { link, unlink } from './api';
import { shortAddress, type Wallet } from './provider';
import { useWallets } from './useWallets';
import css from './wallet.module.css';

/** The wallet of an account, on its profile; nothing for who has none, neither linked nor in the browser. */
export function WalletLink({ user, className }: { user: UserView; className?: string | undefined }) {
  const { t } = useTranslation();
  const wallets = useWallets();
  if (user.walletAddress === null && wallets.length === 0) return null;
  return (
    <section className={className} aria-labelledby="wallet">
      <h2 id="wallet">{t('wallet.title')}</h2>
      {user.walletAddress === null ? (
        <LinkForm wallets={wallets} email={user.email} />
      ) : (
        <Linked address={user.walletAddress} only={user.email === null} />
      )}
    </section>
  );
}

function Linked({ address, only }: { address: string; only: boolean }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { run, busy, problem } = useAction(unlink);
  return (
    <div className={css.linked}>
      <p>
        {t('wallet.linked')} <code title={address}>{shortAddress(address)}</code>
      </p>
      {problem && <Notice>{sentence(problem)}</Notice>}
      {only ? (
        <p className={css.hint}>{t('wallet.only')}</p>
      ) : (
        <Button tone="paper" busy={busy} onClick={run}>
          {t('wallet.unlink')}
        </Button>
      )}
    </div>
  );
}

function LinkForm({ wallets, email }: { wallets: Wallet[]; email: string | null }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [password, setPassword] = useState('');
  const { run, busy, problem } = useAction((wallet: Wallet) => link(wallet, password));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pressed = (event.nativeEvent as SubmitEvent).submitter?.getAttribute('value');
    const wallet = wallets.find((one) => one.id === pressed) ?? wallets[0];
    if (wallet) void run(wallet);
  };
  return (
    <form className={css.ways} onSubmit={submit}>
      <p className={css.hint} role="status">
        {t(busy ? 'wallet.waiting' : 'wallet.lead')}
      </p>
      <input type="email" autoComplete="username" value={email ?? ''} readOnly hidden />
      <Field
        label={t('wallet.password')}
        type="password"
        autoComplete="current-password"
        required
        maxLength={200}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      {problem && <Notice>{sentence(problem)}</Notice>}
      {wallets.map((wallet) => (
        <Button key={wallet.id} type="submit" value={wallet.id} tone="paper" icon="wallet" busy={busy}>
          {wallets.length === 1 ? t('wallet.link') : t('wallet.linkWith', { name: wallet.name })}
        </Button>
      ))}
    </form>
  );
}
