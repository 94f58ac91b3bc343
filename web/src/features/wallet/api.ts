import i18next from 'i18next';
import type { SessionView, UserView, WalletChallenge } from '@/generated/schema';
import { api } from '@/lib/api';
import { adopt, setUser } from '@/lib/session';
import { connect, sign, type Wallet } from './provider';

async function signed(wallet: Wallet, purpose: 'login' | 'link' | 'password') {
  const walletAddress = await connect(wallet);
  const language = i18next.language === 'de' ? 'de' : 'en';
  const { message } = await api.post<WalletChallenge>('/auth/wallet/nonce', {
    walletAddress,
    purpose,
    language,
  });
  return { message, signature: await sign(wallet, message, walletAddress) };
}

export async function signInWith(wallet: Wallet): Promise<void> {
  const body = { ...(await signed(wallet, 'login')), session: 'cookie' };
  adopt(await api.post<SessionView>('/auth/wallet/login', body));
}

export async function link(wallet: Wallet, currentPassword: string): Promise<void> {
  const body = { ...(await signed(wallet, 'link')), currentPassword };
  setUser(await api.post<UserView>('/auth/link-wallet', body));
}

export async function addPassword(wallet: Wallet, email: string, newPassword: string): Promise<void> {
  const body = { ...(await signed(wallet, 'password')), email, newPassword };
  setUser(await api.post<UserView>('/auth/email', body));
}

export async function unlink(): Promise<void> {
  setUser(await api.delete<UserView>('/auth/link-wallet'));
}
