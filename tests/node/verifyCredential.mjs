// An independent verifier: Digital Bazaar's. One JSON order in, `{verified, error}` out.
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { text } from 'node:stream/consumers';

const { credential, documents } = JSON.parse(await text(process.stdin));

async function documentLoader(url) {
  if (!(url in documents)) throw new Error(`not given: ${url}`);
  return { contextUrl: null, documentUrl: url, document: documents[url] };
}

const { verified, error } = await vc.verifyCredential({
  credential,
  documentLoader,
  suite: new DataIntegrityProof({ cryptosuite }),
  checkStatus: async () => ({ verified: true }),
  now: new Date(credential.validFrom),
});
process.stdout.write(JSON.stringify({ verified, error: JSON.stringify(error?.errors ?? error ?? null) }));
