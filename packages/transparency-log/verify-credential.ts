import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { compactVerify, importJWK } from 'jose'
import type { JWK } from 'jose'
import { readBase64Url } from './base64.ts'
import { isRecord, issuerOf, readCredential, readDateTime } from './credential-form.ts'
import type { Credential, MalformedCredential } from './credential-form.ts'
import { isAlgorithm, verifierFor } from './credential-keys.ts'
import type { Algorithm } from './credential-keys.ts'

/** What the verifier knows: the issuer it expects, that issuer's public keys, and what time it is. */
export type CredentialFacts = { issuer: string; keys: readonly JWK[]; now: Date }

/** Why a token is not a valid credential of this issuer at this time. */
export type CredentialRefusal =
  | { code: 'malformed-jwt' | 'unsupported-algorithm' | 'not-a-credential' | 'unknown-key' | 'unusable-key' | 'wrong-signature' }
  | MalformedCredential
  | { code: 'another-issuer'; issuer: string }
  | { code: 'not-yet-valid'; from: string }
  | { code: 'expired'; until: string }

const MAX_JWT_LENGTH = 1_000_000

/**
 * Verifies a credential that came as `vc+jwt`: EdDSA or ES256 by the one key that `kid` names, the type in the header (RFC 8725, 3.11), the form of
 * data model 2.0, the issuer, and the time: valid from `validFrom` until before `validUntil`. Whether it was revoked is another question:
 * `credentialStatus`. Refuses with a code; never throws for what is in the token.
 *
 * @example verifyCredential('', { issuer: 'did:web:ocop.example.vn', keys: [], now: new Date() }) // { ok: false, refusal: { code: 'malformed-jwt' } }
 */
export async function verifyCredential(jwt: string, facts: CredentialFacts): Promise<Outcome<Credential, CredentialRefusal>> {
  const credential = await verifyOrigin(jwt, facts)
  return credential.ok ? judgeTime(credential.value, facts.now) : credential
}

/**
 * The same without the time: whether this issuer ever said so, also of what has run out. {@link verifyCredential} says whether it holds.
 *
 * @example verifyOrigin('', { issuer: 'did:web:ocop.example.vn', keys: [] }) // { ok: false, refusal: { code: 'malformed-jwt' } }
 */
export async function verifyOrigin(jwt: string, facts: Omit<CredentialFacts, 'now'>): Promise<Outcome<Credential, CredentialRefusal>> {
  const header = readHeader(jwt)
  if (!header.ok) return header
  const key = chooseKey(header.value, facts)
  if (!key.ok) return key
  const payload = await verifySignature(jwt, header.value.alg, key.value)
  if (!payload.ok) return payload
  const credential = readCredential(payload.value)
  return credential.ok ? judgeClaims(credential.value, facts.issuer) : credential
}

/**
 * Who a token says that it is from, before anything of it was verified: for a verifier whose keys are of several issuers. Undefined where it does not say.
 *
 * @example claimedIssuer('not.a.token') // undefined
 */
export function claimedIssuer(jwt: string): string | undefined {
  const payload = jwt.length > MAX_JWT_LENGTH ? undefined : readBase64Url(jwt.split('.')[1] ?? '')
  const claimed = payload && parseJson(payload)
  const issuer = isRecord(claimed) ? claimed['issuer'] : undefined
  const id = isRecord(issuer) ? issuer['id'] : issuer
  return typeof id === 'string' ? id : undefined
}

type Header = { alg: Algorithm; kid: string }

function readHeader(jwt: string): Outcome<Header, CredentialRefusal> {
  const parts = jwt.length > MAX_JWT_LENGTH ? [] : jwt.split('.').map(readBase64Url)
  const header = parts.length === 3 && !parts.includes(undefined) ? parseJson(parts[0]!) : undefined
  if (!isRecord(header)) return refuse('malformed-jwt')
  const { alg, typ, kid } = header
  if (!isAlgorithm(alg)) return refuse('unsupported-algorithm')
  if (typeof typ !== 'string' || !/^(?:application\/)?vc\+jwt$/i.test(typ)) return refuse('not-a-credential')
  return typeof kid === 'string' ? done({ alg, kid }) : refuse('unknown-key')
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** A `kid` that is a whole DID URL must be a key of the issuer itself, whatever else the set of keys holds. */
function chooseKey({ alg, kid }: Header, { issuer, keys }: Omit<CredentialFacts, 'now'>): Outcome<JWK, CredentialRefusal> {
  const named = keys.filter((key) => key.kid === kid)
  if (named.length !== 1 || (kid.startsWith('did:') && kid.split('#')[0] !== issuer)) return refuse('unknown-key')
  const key = verifierFor(alg, named[0]!)
  return key ? done(key) : refuse('unusable-key')
}

async function verifySignature(jwt: string, alg: Algorithm, jwk: JWK): Promise<Outcome<unknown, CredentialRefusal>> {
  const key = await importJWK(jwk, alg).catch(() => undefined)
  if (!key) return refuse('unusable-key')
  try {
    const { payload } = await compactVerify(jwt, key, { algorithms: [alg] })
    return done(parseJson(payload))
  } catch (error) {
    const failed = (error as { code?: unknown }).code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'
    return refuse(failed ? 'wrong-signature' : 'malformed-jwt')
  }
}

/** The claims of JWT may stand beside the properties and must then agree (VC-JOSE-COSE, 3.1.3). */
function judgeClaims(credential: Credential, issuer: string): Outcome<Credential, CredentialRefusal> {
  const { iss = issuer, nbf = 0, exp = 0 } = credential
  if (issuerOf(credential) !== issuer || iss !== issuer) return refuse('another-issuer', { issuer: issuerOf(credential) })
  if (typeof nbf !== 'number') return refuse('malformed-credential', { property: 'nbf' })
  return typeof exp === 'number' ? done(credential) : refuse('malformed-credential', { property: 'exp' })
}

/**
 * Whether a credential that {@link verifyOrigin} gave holds at this time: from `validFrom` until before `validUntil`.
 *
 * @example judgeTime({ validUntil: '2026-01-01T00:00:00Z' }, new Date('2026-01-01T00:00:00Z')).refusal.code // 'expired'
 */
export function judgeTime(credential: Credential, now: Date): Outcome<Credential, CredentialRefusal> {
  const { validFrom, validUntil } = credential
  const { nbf = -Infinity, exp = Infinity } = credential as { nbf?: number; exp?: number }
  const from = Math.max(nbf * 1000, validFrom === undefined ? -Infinity : readDateTime(validFrom)!.valueOf())
  const until = Math.min(exp * 1000, validUntil === undefined ? Infinity : readDateTime(validUntil)!.valueOf())
  if (now.valueOf() < from) return refuse('not-yet-valid', { from: validFrom ?? String(nbf) })
  return now.valueOf() >= until ? refuse('expired', { until: validUntil ?? String(exp) }) : done(credential)
}
