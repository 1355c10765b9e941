import type { JWK } from 'jose'
import { ed25519Of } from './ed25519.ts'

/** The signature algorithms that a credential may have, and the keys they take. None of them takes a shared secret. */
const algorithms = {
  EdDSA: { kty: 'OKP', crv: 'Ed25519' },
  // The name that RFC 9864 gives to the same.
  Ed25519: { kty: 'OKP', crv: 'Ed25519' },
  ES256: { kty: 'EC', crv: 'P-256' },
} as const

/** `alg` in the header of a credential. */
export type Algorithm = keyof typeof algorithms

export const isAlgorithm = (name: unknown): name is Algorithm => typeof name === 'string' && Object.hasOwn(algorithms, name)

/** The public part of a key, if it may verify by this algorithm: right kind and curve, and said to be for no other use. */
export function verifierFor(algorithm: Algorithm, { kty, crv, x, y, use, alg }: JWK): JWK | undefined {
  const wanted = algorithms[algorithm]
  const isKind = kty === wanted.kty && crv === wanted.crv && typeof x === 'string' && (kty === 'OKP' || typeof y === 'string')
  const isMeant = alg === undefined || (isAlgorithm(alg) && algorithms[alg].crv === wanted.crv)
  if (!isKind || !isMeant || (use !== undefined && use !== 'sig')) return undefined
  return kty === 'OKP' ? { kty, crv, x } : { kty, crv, x, y }
}

/** The algorithm that a key of WebCrypto signs by; throws for a key of another kind. */
export function algorithmOf({ algorithm }: CryptoKey): Algorithm {
  if (algorithm.name === 'Ed25519') return 'EdDSA'
  if (algorithm.name === 'ECDSA' && 'namedCurve' in algorithm && algorithm.namedCurve === 'P-256') return 'ES256'
  throw new TypeError('a credential is signed with an Ed25519 or a P-256 key')
}

/**
 * A key that signs credentials, made of 32 secret random bytes, and its public half for the issuer's document.
 *
 * @example (await credentialKeyOf(new Uint8Array(32))).publicKey.x // 'O2onvM62pC1io6jQKm8Nc2UyFXcd4kOmOsBIoYtZ2ik'
 */
export async function credentialKeyOf(
  seed: Uint8Array,
): Promise<{ privateKey: CryptoKey; publicKey: { kty: 'OKP'; crv: 'Ed25519'; x: string } }> {
  const { privateKey, publicKey } = await ed25519Of(seed)
  return { privateKey, publicKey: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toBase64({ alphabet: 'base64url', omitPadding: true }) } }
}
