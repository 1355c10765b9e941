import { readBase64Url } from './base64.ts'
import { concat } from './bytes.ts'

/** PKCS #8 before the 32 bytes of an Ed25519 seed (RFC 8410, 7): WebCrypto takes no bare seed. */
const pkcs8 = Uint8Array.fromHex('302e020100300506032b657004220420')

/** A key pair of 32 secret bytes; the private key cannot be taken out of the engine. Throws for another number of bytes. */
export async function ed25519Of(seed: Uint8Array): Promise<{ privateKey: CryptoKey; publicKey: Uint8Array<ArrayBuffer> }> {
  if (seed.length !== 32) throw new TypeError('an Ed25519 key is made of 32 bytes')
  const encoded = concat([pkcs8, seed])
  const { x = '' } = await crypto.subtle.exportKey('jwk', await crypto.subtle.importKey('pkcs8', encoded, 'Ed25519', true, ['sign']))
  return { privateKey: await crypto.subtle.importKey('pkcs8', encoded, 'Ed25519', false, ['sign']), publicKey: readBase64Url(x)! }
}
