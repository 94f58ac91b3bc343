/**
 * Checking a certificate in the browser: W3C Data Integrity, cryptosuite `eddsa-jcs-2022`, with nothing but WebCrypto.
 *
 * The same check, for a page without the campus, is in the server's `credentials/offline.html`.
 */
const DIGITS = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const SUITE = 'eddsa-jcs-2022';

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json | undefined };
type Fields = { [name: string]: Json | undefined };

export interface Signed extends Fields {
  proof?: Json;
}

/** The keys of an issuer: as much of a DID document as is needed. */
export interface IssuerKeys {
  id: string;
  verificationMethod: { id: string; publicKeyMultibase: string }[];
}

export type Genuine = 'genuine' | 'tampered' | 'notVerifiable' | 'cannotCheck';

/** Whether one of the issuer's keys signed this document, as it is. */
export async function checkSignature(document: Signed, issuer: IssuerKeys): Promise<Genuine> {
  const { proof, ...bare } = document;
  const mine = [proof]
    .flat()
    .map(fields)
    .find((one) => one.cryptosuite === SUITE);
  const key = issuer.verificationMethod.find((one) => one.id === mine?.verificationMethod);
  if (!mine || !key || issuerOf(bare) !== issuer.id) return 'notVerifiable';
  if (mine.type !== 'DataIntegrityProof' || mine.proofPurpose !== 'assertionMethod') return 'tampered';
  if (canonical(mine['@context']) !== canonical(bare['@context'])) return 'tampered';
  if (!globalThis.crypto?.subtle) return 'cannotCheck'; // an address that begins with http:// and is not this machine
  const { proofValue, ...options } = mine;
  try {
    const signature = base58(String(proofValue).slice(1));
    const signed = new Uint8Array([...(await hashed(options)), ...(await hashed(bare))]);
    const raw = base58(key.publicKeyMultibase.slice(1)).slice(2);
    const imported = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    return (await crypto.subtle.verify('Ed25519', imported, signature, signed)) ? 'genuine' : 'tampered';
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotSupportedError' ? 'cannotCheck' : 'tampered';
  }
}

/** Whether the bit of a certificate is set in a status list (W3C Bitstring Status List 1.0). */
export async function isListed(encoded: string, index: number): Promise<boolean> {
  const text = atob(encoded.slice(1).replaceAll('-', '+').replaceAll('_', '/'));
  const packed = new Blob([Uint8Array.from(text, (one) => one.charCodeAt(0))]);
  const bits = await new Response(packed.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
  return Boolean((new Uint8Array(bits)[index >> 3] ?? 0) & (0x80 >> (index & 7)));
}

/** RFC 8785: names in the order of their UTF-16 units; what JSON.stringify writes is canonical otherwise. */
export function canonical(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const pairs = Object.keys(value)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${pairs.join(',')}}`;
}

/** SHA-256 of a signed document in its canonical form: its name for those who compare or anchor it. */
export async function digestOf(document: Signed): Promise<string> {
  return [...(await hashed(document))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function hashed(value: Json): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical(value))));
}

/** Throws for what is not base58. */
export function base58(text: string): Uint8Array<ArrayBuffer> {
  let number = 0n;
  for (const digit of text) {
    const value = DIGITS.indexOf(digit);
    if (value < 0) throw new Error('not base58');
    number = number * 58n + BigInt(value);
  }
  const bytes: number[] = [];
  for (; number > 0n; number >>= 8n) bytes.unshift(Number(number & 255n));
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  return new Uint8Array([...Array<number>(zeros).fill(0), ...bytes]);
}

/** A credential names its issuer by its id alone, or by an object that has one. */
const issuerOf = ({ issuer }: Fields) => (typeof issuer === 'string' ? issuer : fields(issuer).id);

export function fields(value: Json | undefined): Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : {};
}
