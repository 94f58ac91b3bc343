import { expect, it } from 'vitest';
import type { InclusionView } from '@/generated/schema';
import { leadsToRoot } from './anchor';

/** Made by the server's `credentials/model/merkle.py`, whose proofs its tests run through the contract. */
const DIGEST = '22'.repeat(32);
const PROOF: InclusionView = {
  salt: '0x02020202020202020202020202020202',
  leaf: '0x35b1048467322e992328434ecf78f8c02b7ffdd5b515e92031f287de6a6f661d',
  path: [
    '0xc37b2151391b4f41a42625407ee2d29e1f990546666307a6065d391db5e5ac86',
    '0xcc5e4b9b95c1bea1b98fddb717cc81af70683ef9db37f57a58eadcb09b195fb2',
    '0xff682f93ba18bf4fb07e2b901a09895c5e5af3862e1516babe60dc489e89e8ca',
  ],
  root: '0x96067a4736b32d8defe0407d68dca04107358c7a9acce19771447abb09a0cc80',
  count: 5,
  chainId: 137,
  contract: '0xc0',
  transaction: '0x01',
  block: 7,
  anchoredAt: '2026-03-02T12:00:00Z',
};

it('follows the way of a proof to its root, and no other', () => {
  expect(leadsToRoot(DIGEST, PROOF)).toBe(true);
  expect(leadsToRoot('23'.repeat(32), PROOF)).toBe(false);
  expect(leadsToRoot(DIGEST, { ...PROOF, salt: PROOF.root })).toBe(false);
  expect(leadsToRoot(DIGEST, { ...PROOF, path: PROOF.path.slice(1) })).toBe(false);
  expect(leadsToRoot(DIGEST, { ...PROOF, path: [...PROOF.path].reverse() })).toBe(false);
  expect(leadsToRoot('not hexadecimal', PROOF)).toBe(false);
});
