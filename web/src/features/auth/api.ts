import type { AvatarData, CampusView, Role, SessionView } from '@/generated/schema';
import { api } from '@/lib/api';
import { adopt, forget } from '@/lib/session';

export interface Registration {
  email: string;
  password: string;
  name: string;
  role: Exclude<Role, 'admin'>;
  avatarData: AvatarData;
}

export const getCampus = () => api.get<CampusView>('/campus');

export async function signIn(email: string, password: string): Promise<void> {
  adopt(await api.post<SessionView>('/auth/login', { email, password, session: 'cookie' }));
}

export async function register(registration: Registration): Promise<void> {
  adopt(await api.post<SessionView>('/auth/register', { ...registration, session: 'cookie' }));
}

export async function signOut(): Promise<void> {
  await api.post('/auth/logout');
  forget();
}
