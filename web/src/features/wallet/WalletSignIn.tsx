import { useTranslation } from 'react-i18next';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { signInWith } from './api';
import { useWallets } from './useWallets';
import css from './wallet.module.css';

/** A way in for who has a wallet in their browser; nobody else sees it. */
export function WalletSignIn() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const wallets = useWallets();
  const { run, busy, problem } = useAction(signInWith);
  if (wallets.length === 0) return null;
  return (
    <section className={css.ways} aria-label={t('wallet.title')}>
      {wallets.map((wallet) => (
        <Button key={wallet.id} tone="paper" size="l" icon="wallet" busy={busy} onClick={() => run(wallet)}>
          {wallets.length === 1 ? t('wallet.signIn') : t('wallet.signInWith', { name: wallet.name })}
        </Button>
      ))}
      <p className={css.hint} role="status">
        {t(busy ? 'wallet.waiting' : 'wallet.free')}
      </p>
      {problem && <Notice>{sentence(problem)}</Notice>}
    </section>
  );
}
