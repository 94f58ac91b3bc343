import i18next from 'i18next';
import { api } from '@/lib/api';

const language = () => (i18next.language === 'de' ? 'de' : 'en');

export const forgotPassword = (email: string) =>
  api.post('/auth/password/forgot', { email, language: language() });
export const resetPassword = (token: string, newPassword: string) =>
  api.post('/auth/password/reset', { token, newPassword });
export const confirmEmail = (token: string) => api.post('/auth/email/verify', { token });
export const askConfirmation = () => api.post('/auth/email/verification', { language: language() });

export interface LetterLink {
  kind: 'reset' | 'confirm';
  token: string;
}

/**
 * What the link of a letter asks for. It stands behind the `#`, so that no server and no log sees it, and is taken out
 * of the address at once, so that it stays in no history.
 */
export function takeLetterLink(): LetterLink | null {
  const found = /^#(reset|confirm)=(.+)$/.exec(location.hash);
  if (!found?.[2]) return null;
  history.replaceState(history.state, '', location.pathname + location.search);
  return { kind: found[1] as LetterLink['kind'], token: found[2] };
}
