import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { CompactSign } from 'jose'
import { readCredential } from './credential-form.ts'
import type { Credential, MalformedCredential } from './credential-form.ts'
import { algorithmOf } from './credential-keys.ts'

/**
 * Signs a credential as `vc+jwt` (W3C Securing Verifiable Credentials using JOSE and COSE, 3.1): EdDSA or ES256, as the key is.
 * `kid` names the key in the issuer's document, such as `did:web:ocop.example.vn#k1`. Refuses a credential that no verifier would take, and names
 * the property; throws for a key of another kind.
 *
 * @example (await issueCredential({}, { kid: 'k1', privateKey })).refusal // { code: 'malformed-credential', property: '@context' }
 */
export async function issueCredential(
  credential: Credential,
  { kid, privateKey }: { kid: string; privateKey: CryptoKey },
): Promise<Outcome<string, MalformedCredential>> {
  const read = readCredential(credential)
  if (!read.ok) return read
  const payload = new TextEncoder().encode(JSON.stringify(credential))
  const header = { alg: algorithmOf(privateKey), typ: 'vc+jwt', kid }
  return done(await new CompactSign(payload).setProtectedHeader(header).sign(privateKey))
}
