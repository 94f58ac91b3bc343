import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { getCampus } from '@/features/auth/api';
import { DemoAccounts } from '@/features/auth/DemoAccounts';
import { RegisterForm } from '@/features/auth/RegisterForm';
import { SignInForm } from '@/features/auth/SignInForm';
import { WalletSignIn } from '@/features/wallet/WalletSignIn';
import { asProblem } from '@/lib/problem';
import { useSentence } from '@/lib/useAction';
import { LanguageSwitch } from '@/ui/AppShell';
import { Brand } from '@/ui/Brand';
import { Choice } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { Morning } from './Morning';
import css from './SignInPage.module.css';

export function SignInPage() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [mode, setMode] = useState<'in' | 'up'>('in');
  const campus = useQuery({ queryKey: ['campus'], queryFn: getCampus, staleTime: Number.POSITIVE_INFINITY });
  return (
    <main className={css.page}>
      <div className={css.side}>
        <header className={css.top}>
          <Brand name={campus.data?.name} />
          <LanguageSwitch />
        </header>
        <div className={css.sheet}>
          <h1>{t('auth.title')}</h1>
          <p className={css.lead}>{t('auth.lead')}</p>
          {campus.error && <Notice>{sentence(asProblem(campus.error))}</Notice>}
          <Choice
            quiet
            label={t('auth.mode')}
            name="mode"
            value={mode}
            onChange={setMode}
            options={[
              { value: 'in', label: t('auth.signIn') },
              { value: 'up', label: t('auth.register') },
            ]}
          />
          {mode === 'in' ? (
            <SignInForm mail={campus.data?.mail ?? false} />
          ) : (
            <RegisterForm openEducators={campus.data?.openEducators ?? false} />
          )}
          <WalletSignIn />
          {campus.data && campus.data.demoAccounts.length > 0 && (
            <DemoAccounts accounts={campus.data.demoAccounts} />
          )}
        </div>
      </div>
      <Morning />
    </main>
  );
}
