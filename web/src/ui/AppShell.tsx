import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { LANGUAGES, type Language, speak } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import css from './AppShell.module.css';
import { Brand, Tokens } from './Brand';
import { IconButton } from './Button';
import { Face } from './Face';

interface AppShellProps {
  /** What is new, told beside the purse. */
  bell: ReactNode;
  onSignOut: () => void;
  children: ReactNode;
}

/** The frame of every page outside a classroom: mark, ways, purse, and the light that falls in from the right. */
export function AppShell({ bell, onSignOut, children }: AppShellProps) {
  const { t } = useTranslation();
  const user = useSession((state) => state.user);
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#content">
        {t('common.skip')}
      </a>
      <header className={css.bar}>
        <NavLink to="/" className={css.home}>
          <Brand />
          <span className="visually-hidden">{t('nav.classrooms')}</span>
        </NavLink>
        <nav aria-label={t('nav.label')} className={css.nav}>
          {user && (
            <NavLink to="/profile" className={css.me}>
              <span className="visually-hidden">{t('nav.profile')}</span>
              <Tokens count={user.tokensEarned} label={t('common.tokens', { count: user.tokensEarned })} />
              <Face look={user.avatarData} size={36} />
            </NavLink>
          )}
          {bell}
          <LanguageSwitch />
          <IconButton icon="leave" label={t('nav.signOut')} onClick={onSignOut} />
        </nav>
      </header>
      <main id="content" tabIndex={-1} className={css.main}>
        {children}
      </main>
    </div>
  );
}

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const now = i18n.language as Language;
  const other: Language = now === 'en' ? 'de' : 'en';
  return (
    <button type="button" className={css.language} lang={other} onClick={() => speak(other)}>
      <span className="visually-hidden">{t('common.language')}: </span>
      {LANGUAGES[other]}
    </button>
  );
}
