import type { CheckedView } from '@/generated/schema';
import { api } from '@/lib/api';
import { read, type Said } from './read';
import { checkSignature, digestOf, fields, type IssuerKeys, isListed, type Signed } from './verify';

export interface Checked {
  verdict: CheckedView['verdict'];
  /** Who looked: this browser, or, where it cannot, the campus. */
  by: 'browser' | 'campus';
  said: Said;
  digest: string | null;
  keyId: string;
  anchored: CheckedView['anchored'];
  replacedBy: string | null;
  endedAt: string | null;
}

/** Fetches a certificate and the keys and list of the campus, and checks the one by the others. */
export async function checkCertificate(id: string): Promise<Checked> {
  const document = await api.get<Signed>(`/credentials/${encodeURIComponent(id)}`);
  const issuer: IssuerKeys = await (await fetch('/.well-known/did.json')).json();
  const campus = await api.post<CheckedView>('/credentials/check', document);
  const said = read(document);
  const genuine = await checkSignature(document, issuer);
  const proof = fields([document.proof].flat()[0]);
  return {
    verdict: await verdictOf(genuine, said, issuer, campus),
    by: genuine === 'cannotCheck' ? 'campus' : 'browser',
    said,
    digest: globalThis.crypto?.subtle ? await digestOf(document) : campus.digest,
    keyId: String(proof.verificationMethod ?? ''),
    anchored: campus.anchored,
    replacedBy: campus.replacedBy,
    endedAt: campus.endedAt,
  };
}

async function verdictOf(
  genuine: Awaited<ReturnType<typeof checkSignature>>,
  said: Said,
  issuer: IssuerKeys,
  campus: CheckedView,
): Promise<CheckedView['verdict']> {
  if (genuine === 'cannotCheck') return campus.verdict;
  if (genuine !== 'genuine') return genuine;
  const ended = await hasEnded(said, issuer);
  if (ended === null) return 'notVerifiable';
  if (!ended) return campus.verdict;
  return campus.verdict === 'replaced' ? 'replaced' : 'revoked';
}

/** What the status list that the certificate names says of it; null when that list is not the campus's own. */
async function hasEnded(said: Said, issuer: IssuerKeys): Promise<boolean | null> {
  const list = await api.get<Signed>(new URL(said.statusList).pathname.replace(/^\/api/, ''));
  if ((await checkSignature(list, issuer)) !== 'genuine') return null;
  return isListed(String(fields(list.credentialSubject).encodedList), said.statusIndex);
}
