import { create } from 'zustand';
import { randomId } from '@/lib/ids';
import { sayInChat } from '@/room/client';

export interface Draft {
  clientId: string;
  text: string;
  state: 'sending' | 'failed';
}

/** Messages on their way. The server says a client id once, so sending again after a lost reply is safe. */
export const useOutbox = create<{ drafts: Draft[] }>(() => ({ drafts: [] }));

export async function send(text: string, clientId = randomId()): Promise<void> {
  put({ clientId, text, state: 'sending' });
  try {
    await sayInChat(text, clientId);
    drop(clientId);
  } catch {
    put({ clientId, text, state: 'failed' });
  }
}

/** Sends again what did not get through while the line was down. */
export function sendFailed(): void {
  for (const draft of useOutbox.getState().drafts)
    if (draft.state === 'failed') void send(draft.text, draft.clientId);
}

export const drop = (clientId: string): void =>
  useOutbox.setState(({ drafts }) => ({ drafts: drafts.filter((draft) => draft.clientId !== clientId) }));

const put = (draft: Draft): void =>
  useOutbox.setState(({ drafts }) => {
    const known = drafts.some((other) => other.clientId === draft.clientId);
    return {
      drafts: known
        ? drafts.map((other) => (other.clientId === draft.clientId ? draft : other))
        : [...drafts, draft],
    };
  });
