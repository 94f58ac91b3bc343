import { expect, it } from 'vitest';
import { base58, canonical, checkSignature, type IssuerKeys, isListed, type Signed } from './verify';

const KEY = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2';
const METHOD = `did:key:${KEY}#${KEY}`;
const CONTEXT = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'];
const ISSUER = 'https://vc.example/issuers/5678';
const KEYS: IssuerKeys = { id: ISSUER, verificationMethod: [{ id: METHOD, publicKeyMultibase: KEY }] };

/** The published vector of vc-di-eddsa, B.2; its issuer is a text, which we read as an object with an id. */
const proof = {
  '@context': CONTEXT,
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-jcs-2022',
  created: '2023-02-24T23:36:38Z',
  verificationMethod: METHOD,
  proofPurpose: 'assertionMethod',
  proofValue: 'z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX',
};
const VECTOR: Signed = {
  '@context': CONTEXT,
  id: 'urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33',
  type: ['VerifiableCredential', 'AlumniCredential'],
  name: 'Alumni Credential',
  description: 'A minimum viable example of an Alumni Credential.',
  issuer: ISSUER,
  validFrom: '2023-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:abcdefgh', alumniOf: 'The School of Examples' },
  proof: [{ cryptosuite: 'eddsa-rdfc-2022' }, proof],
};

it('accepts the published signature and nothing that was changed', async () => {
  expect(await checkSignature(VECTOR, KEYS)).toBe('genuine');
  expect(await checkSignature({ ...VECTOR, name: 'Alumni credential' }, KEYS)).toBe('tampered');
  expect(await checkSignature({ ...VECTOR, more: 1 }, KEYS)).toBe('tampered');
  for (const [name, value] of Object.entries({
    created: '2023-02-24T23:36:39Z',
    proofPurpose: 'authentication',
    type: 'Other',
    proofValue: 'z2',
    '@context': [],
  }))
    expect(await checkSignature({ ...VECTOR, proof: { ...proof, [name]: value } }, KEYS)).toBe('tampered');
});

it('does not judge what another issuer signed', async () => {
  expect(await checkSignature({}, KEYS)).toBe('notVerifiable');
  expect(await checkSignature({ ...VECTOR, issuer: 'https://vc.example/2' }, KEYS)).toBe('notVerifiable');
  expect(await checkSignature(VECTOR, { id: ISSUER, verificationMethod: [] })).toBe('notVerifiable');
  expect(await checkSignature({ ...VECTOR, proof: { cryptosuite: 'eddsa-rdfc-2022' } }, KEYS)).toBe(
    'notVerifiable',
  );
});

it('writes JSON in its canonical form', () => {
  expect(canonical({ '\u20ac': 1, b: [true, null, 'x"'], '\ud83d\ude00': {}, '\ufb33': 2 })).toBe(
    '{"b":[true,null,"x\\""],"\u20ac":1,"\ud83d\ude00":{},"\ufb33":2}',
  );
});

it('reads base58 with its leading zeros', () => {
  expect([...base58('112')]).toEqual([0, 0, 1]);
  expect(() => base58('0')).toThrow();
});

it('reads one bit of a status list', async () => {
  const bits = new Uint8Array(16_384);
  bits[1] = 0x01;
  const packed = new Blob([bits]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  const encoded = `u${btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')}`;
  expect([await isListed(encoded, 14), await isListed(encoded, 15), await isListed(encoded, 16)]).toEqual([
    false,
    true,
    false,
  ]);
});
