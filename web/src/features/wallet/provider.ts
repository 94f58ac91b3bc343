import { Problem } from '@/lib/problem';

/** What a wallet puts into the page (EIP-1193). */
export interface Provider {
  request(call: { method: string; params?: unknown[] }): Promise<unknown>;
}

export interface Wallet {
  id: string;
  name: string;
  provider: Provider;
}

declare global {
  interface Window {
    ethereum?: Provider;
  }
}

interface Announcement {
  info: { uuid: string; name: string };
  provider: Provider;
}

/**
 * Tells of every wallet that is there (EIP-6963), and of the one at `window.ethereum` where none announces itself.
 * Their icons are left out: a wallet could make the page load them from anywhere.
 */
export function discover(found: (wallets: Wallet[]) => void): () => void {
  const announced = new Map<string, Wallet>();
  const hear = (event: Event) => {
    const { info, provider } = (event as CustomEvent<Announcement>).detail;
    announced.set(info.uuid, { id: info.uuid, name: info.name.slice(0, 40), provider });
    found([...announced.values()]);
  };
  window.addEventListener('eip6963:announceProvider', hear);
  window.dispatchEvent(new Event('eip6963:requestProvider'));
  if (announced.size === 0 && window.ethereum)
    found([{ id: 'injected', name: 'Wallet', provider: window.ethereum }]);
  return () => window.removeEventListener('eip6963:announceProvider', hear);
}

/** The address that its owner chooses to show us. */
export async function connect({ provider }: Wallet): Promise<string> {
  const accounts = await asked(provider, 'eth_requestAccounts');
  const first: unknown = Array.isArray(accounts) ? accounts[0] : null;
  if (typeof first !== 'string') throw new Problem({ code: 'wallet-refused' });
  return first;
}

/** The owner's signature under a text. Whatever network the wallet is on: a signature is the same on all. */
export async function sign({ provider }: Wallet, message: string, address: string): Promise<string> {
  return String(await asked(provider, 'personal_sign', [hexOf(message), address]));
}

/** EIP-1193 and EIP-1474 number what can go wrong. */
const CODES: Record<number, string> = {
  4001: 'wallet-refused',
  4100: 'wallet-refused',
  [-32002]: 'wallet-busy',
};

async function asked(provider: Provider, method: string, params: unknown[] = []): Promise<unknown> {
  try {
    return await provider.request({ method, params });
  } catch (error) {
    const code = Number((error as { code?: unknown } | null)?.code);
    throw new Problem({ code: CODES[code] ?? 'wallet-failed' });
  }
}

export function hexOf(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return `0x${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

export const shortAddress = (address: string) => `${address.slice(0, 6)}…${address.slice(-4)}`;
