import { useTranslation } from 'react-i18next';
import type { CampusView } from '@/generated/schema';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Notice } from '@/ui/Notice';
import { signIn } from './api';
import css from './auth.module.css';

/** On a demo campus: one press and you are in. */
export function DemoAccounts({ accounts }: { accounts: CampusView['demoAccounts'] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { run, busy, problem } = useAction(signIn);
  return (
    <section className={css.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{t('auth.demo')}</h2>
      <div className={css.accounts}>
        {accounts.map((account) => (
          <Button
            key={account.email}
            tone="sun"
            busy={busy}
            onClick={() => run(account.email, account.password)}
          >
            {account.label} · {account.email.split('@')[0]}
          </Button>
        ))}
      </div>
      {problem && <Notice>{sentence(problem)}</Notice>}
    </section>
  );
}
