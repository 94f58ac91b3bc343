import type { AvatarData, UserView } from '@/generated/schema';
import { api } from '@/lib/api';
import { setUser } from '@/lib/session';

export async function saveProfile(change: { name?: string; avatarData?: AvatarData }): Promise<void> {
  setUser(await api.put<UserView>('/auth/profile', change));
}

export const changePassword = (currentPassword: string, newPassword: string) =>
  api.put<void>('/auth/password', { currentPassword, newPassword });
