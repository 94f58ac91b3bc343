import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import type { AnchorView, InclusionView } from '@/generated/schema';
import { api } from '@/lib/api';

export const fetchAnchor = (id: string): Promise<AnchorView> =>
  api.get<AnchorView>(`/credentials/${encodeURIComponent(id)}/anchor`);

/**
 * Whether the way from this document leads to the root, by the rule of the contract `CertificateRegistry`.
 *
 * The same check, for a page without the campus, is in the server's `credentials/offline.html`.
 */
export function leadsToRoot(digest: string, { salt, path, root }: InclusionView): boolean {
  try {
    const leaf = keccak_256(concatBytes(bytes(salt), bytes(digest)));
    const top = path.map(bytes).reduce(parent, keccak_256(concatBytes(new Uint8Array(1), leaf)));
    return bytesToHex(top) === root.replace(/^0x/, '');
  } catch {
    return false; // not hexadecimal
  }
}

/** Of two nodes; the smaller one comes first. */
function parent(one: Uint8Array, other: Uint8Array): Uint8Array {
  const ordered = bytesToHex(one) < bytesToHex(other) ? [one, other] : [other, one];
  return keccak_256(concatBytes(...ordered));
}

const bytes = (text: string): Uint8Array => hexToBytes(text.replace(/^0x/, ''));

const EXPLORERS: Record<number, { name: string; url: string }> = {
  1: { name: 'Ethereum', url: 'https://etherscan.io' },
  137: { name: 'Polygon', url: 'https://polygonscan.com' },
  80002: { name: 'Polygon Amoy', url: 'https://amoy.polygonscan.com' },
};

/** The number of the chain that comes with a campus. */
export const OWN_CHAIN = 31337;

/** What people call a chain, and where its transactions can be looked at; undefined for one that we do not know. */
export const knownChain = (id: number): { name: string; url: string } | undefined => EXPLORERS[id];
