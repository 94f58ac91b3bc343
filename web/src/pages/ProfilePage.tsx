import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Achievements } from '@/features/achievements/Achievements';
import { getCampus } from '@/features/auth/api';
import { ConfirmEmail } from '@/features/auth/ConfirmEmail';
import { MyCertificates } from '@/features/certificates/MyCertificates';
import { Preferences } from '@/features/notifications/Preferences';
import { saveProfile } from '@/features/profile/api';
import { LookEditor } from '@/features/profile/LookEditor';
import { PasswordForm } from '@/features/profile/PasswordForm';
import { FirstPassword } from '@/features/wallet/FirstPassword';
import { WalletLink } from '@/features/wallet/WalletLink';
import type { UserView } from '@/generated/schema';
import { randomLook } from '@/lib/looks';
import { useSession } from '@/lib/session';
import { useAction, useSentence } from '@/lib/useAction';
import { Button } from '@/ui/Button';
import { Face } from '@/ui/Face';
import { Field } from '@/ui/Field';
import { Notice } from '@/ui/Notice';
import { chooseQuality } from '@/world/quality';
import css from './ProfilePage.module.css';

const Preview = lazy(() => import('@/world/Preview'));

export default function ProfilePage() {
  const user = useSession((state) => state.user);
  return user && <Profile user={user} />;
}

function Profile({ user }: { user: UserView }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [look, setLook] = useState(user.avatarData);
  const [name, setName] = useState(user.name);
  const [saved, setSaved] = useState(false);
  const campus = useQuery({ queryKey: ['campus'], queryFn: getCampus, staleTime: Number.POSITIVE_INFINITY });
  const mail = campus.data?.mail ?? false;
  const [quality] = useState(chooseQuality);
  const { run, busy, problem } = useAction(async () => {
    await saveProfile({ name: name.trim(), avatarData: look });
    setSaved(true);
  });
  return (
    <>
      <h1 className={css.title}>{t('profile.title')}</h1>
      <div className={css.page}>
        <div className={css.stage}>
          <div className={css.preview} role="img" aria-label={t('profile.preview')}>
            {quality ? (
              <Suspense>
                <Preview look={look} quality={quality} />
              </Suspense>
            ) : (
              <Face look={look} size={240} />
            )}
          </div>
          <Button tone="paper" onClick={() => setLook(randomLook())}>
            {t('profile.surprise')}
          </Button>
        </div>
        <div className={css.forms}>
          <section className={css.sheet} aria-labelledby="achievements">
            <h2 id="achievements">{t('achievements.title')}</h2>
            <Achievements />
          </section>
          {user.role === 'student' && (
            <section className={css.sheet} aria-labelledby="certificates">
              <h2 id="certificates">{t('certificates.title')}</h2>
              <MyCertificates />
            </section>
          )}
          <form
            className={css.sheet}
            onChange={() => setSaved(false)}
            onSubmit={(event) => {
              event.preventDefault();
              void run();
            }}
          >
            <h2>{t('profile.look')}</h2>
            <Field
              label={t('auth.name')}
              hint={t('auth.nameHint')}
              error={problem?.fields.name}
              value={name}
              required
              maxLength={80}
              onChange={(event) => setName(event.target.value)}
            />
            <LookEditor look={look} onChange={setLook} />
            {problem && <Notice>{sentence(problem)}</Notice>}
            {saved && <Notice tone="good">{t('profile.saved')}</Notice>}
            <Button type="submit" size="l" busy={busy}>
              {t('common.save')}
            </Button>
          </form>
          <section className={css.sheet} aria-labelledby="password">
            <h2 id="password">{t('profile.account')}</h2>
            {user.email === null ? <FirstPassword /> : <PasswordForm email={user.email} />}
          </section>
          <WalletLink user={user} className={css.sheet} />
          <section className={css.sheet} aria-labelledby="notifications">
            <h2 id="notifications">{t('notifications.preferences')}</h2>
            <Preferences mail={mail && user.emailConfirmed} teaches={user.role !== 'student'} />
            {mail && user.email !== null && !user.emailConfirmed && <ConfirmEmail email={user.email} />}
          </section>
        </div>
      </div>
    </>
  );
}
