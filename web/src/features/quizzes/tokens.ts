import type { UserView } from '@/generated/schema';
import { api } from '@/lib/api';
import { setUser } from '@/lib/session';

/** Earned tokens are shown elsewhere too. The next page tells them anyway, so a lost call is not worth a word. */
export const refreshTokens = (): Promise<void> =>
  api
    .get<UserView>('/auth/me')
    .then(setUser)
    .catch(() => undefined);
