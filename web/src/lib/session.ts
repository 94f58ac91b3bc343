import { create } from 'zustand';
import type { SessionView, UserView } from '@/generated/schema';
import { Problem } from './problem';

interface SessionState {
  /** `unknown` until the first refresh has said whether the cookie still opens a session. */
  status: 'unknown' | 'in' | 'out';
  user: UserView | null;
}

export const useSession = create<SessionState>(() => ({ status: 'unknown', user: null }));

/** The access token lives in this variable and nowhere else: nothing on disk, nothing in the DOM. */
let token: string | null = null;
let renewal: Promise<boolean> | null = null;

export const accessToken = (): string | null => token;

/** Only that there may be a cookie, never what is in it: a first visitor's browser need not ask in vain. */
const SIGNED_IN = 'eduverse:signed-in';

/** Takes up the session of an earlier visit, if there was one. */
export async function resume(): Promise<void> {
  if (localStorage.getItem(SIGNED_IN)) await renew();
  else forget();
}

export function adopt(session: SessionView): void {
  localStorage.setItem(SIGNED_IN, 'yes');
  token = session.token;
  useSession.setState({ status: 'in', user: session.user });
}

export function forget(): void {
  localStorage.removeItem(SIGNED_IN);
  token = null;
  useSession.setState({ status: 'out', user: null });
}

export function setUser(user: UserView): void {
  useSession.setState({ user });
}

/**
 * Exchanges the refresh cookie for a new access token; false when the session is over.
 *
 * The cookie rotates with every use, so two tabs must never send the same one: a Web Lock lets one go after the
 * other, and within a tab everyone waits for the same call. Throws `Problem.offline` when the server is away.
 */
export function renew(): Promise<boolean> {
  renewal ??= exclusively(refresh).finally(() => {
    renewal = null;
  });
  return renewal;
}

async function exclusively<T>(work: () => Promise<T>): Promise<T> {
  // Browsers offer locks only on secure origins; a school's plain http:// address in the LAN is not one.
  if (!navigator.locks) return work();
  return navigator.locks.request('eduverse:refresh', work);
}

async function refresh(): Promise<boolean> {
  let response: Response;
  try {
    response = await fetch('/api/auth/refresh', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
  } catch {
    throw Problem.offline();
  }
  if (response.ok) {
    adopt(await response.json());
    return true;
  }
  if (response.status >= 500 || response.status === 429) throw await Problem.from(response);
  forget();
  return false;
}
