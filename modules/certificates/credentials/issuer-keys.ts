import { Unopenable, findSecretHeldWith, secretHeldWith } from '@dacsan/platform/locked-text'
import { inTransaction } from '@dacsan/platform/context'
import { credentialKeyOf } from '@dacsan/transparency-log/credential'
import type { OpenInstallation, ReadDb, Tx } from '../../context.ts'
import { issuerAt } from '../rules/credential.ts'
import { insertKey, insertVoided, selectCurrentKey, selectKeys, selectNextKeyId } from './credential.store.ts'
import type { IssuerKey } from './credential.store.ts'

/** The name of a key among the secrets of the installation. */
const purposeOf = (id: number) => `credentials-${id}`
const kidOf = ({ id, origin }: Pick<IssuerKey, 'id' | 'origin'>) => `${issuerAt(origin)}#${purposeOf(id)}`
const seedOf = (secret: string) => Buffer.from(secret, 'base64url')

type SigningKey = { id: number; kid: string; privateKey: CryptoKey }

/** What signs for an address now; the first time, and at an address that is new, it is made. */
export async function signingKey(tx: Tx, origin: string, now: Date): Promise<SigningKey> {
  return heldKey(tx, (await selectCurrentKey(tx, origin)) ?? (await makeKey(tx, origin, now)))
}

/** The same where something was signed for this address before. */
export async function knownSigningKey(db: ReadDb, origin: string): Promise<SigningKey> {
  const current = await selectCurrentKey(db, origin)
  if (!current) throw new Error(`nothing was ever signed for ${origin}`)
  return heldKey(db, current)
}

/** In place of a lost key none is made: what it would sign nobody could verify. */
async function heldKey(db: ReadDb, current: IssuerKey): Promise<SigningKey> {
  const { id, publicKey } = current
  const secret = await findSecretHeldWith(db, purposeOf(id))
  const key = secret === null ? null : await credentialKeyOf(seedOf(secret))
  if (key?.publicKey.x !== publicKey)
    throw new Unopenable(
      'key-lost',
      `the key ${purposeOf(id)} in DATA_DIR/keys is not the one that certificates are signed with: put it back from a backup, or bin/dacsan rotate-keys --certificates`,
    )
  return { id, kid: kidOf(current), privateKey: key.privateKey }
}

async function makeKey(tx: Tx, origin: string, now: Date): Promise<IssuerKey> {
  const id = await selectNextKeyId(tx)
  const { publicKey } = await credentialKeyOf(seedOf(await secretHeldWith(tx, purposeOf(id))))
  await insertKey(tx, { id, origin, publicKey: publicKey.x }, now)
  return (await selectCurrentKey(tx, origin)) ?? makeKey(tx, origin, now)
}

/** From now on certificates are signed with a new key. What older keys signed is verified with them as before. Answers its name. */
export function rotateIssuerKey(installation: Pick<OpenInstallation, 'db' | 'config'>, now: Date): Promise<string> {
  return inTransaction(installation, async (tx) => purposeOf((await makeKey(tx, installation.config.origin, now)).id))
}

/**
 * Declares a key void that somebody else may have: it leaves the issuer's documents, and nothing that it signed is genuine any more. Certificates that it signed
 * are signed anew by the next key; papers that carry the old signature must be printed again. Answers whether there is such a key.
 */
export function voidIssuerKey({ db }: Pick<OpenInstallation, 'db'>, name: string, now: Date): Promise<boolean> {
  return inTransaction({ db }, async (tx) => {
    const key = (await selectKeys(tx)).find(({ id }) => purposeOf(id) === name)
    if (!key) return false
    const current = await selectCurrentKey(tx, key.origin)
    await insertVoided(tx, key.id, now)
    // Never an older one: whoever has this key may have had those beside it.
    if (current?.id === key.id) await makeKey(tx, key.origin, now)
    return true
  })
}

/** Makes the next key and uses it for nothing yet, so that it can be taken to every other folder of this database first. Answers its name. */
export async function prepareIssuerKey({ db }: Pick<OpenInstallation, 'db'>): Promise<string> {
  const purpose = purposeOf(await selectNextKeyId(db))
  await secretHeldWith(db, purpose)
  return purpose
}

export type PublicKey = { kty: 'OKP'; crv: 'Ed25519'; x: string; kid: string; alg: 'EdDSA'; use: 'sig' }

/** Every key that a certificate may be signed with, those of before too: what they signed stays true (RFC 7517). */
export async function issuerKeys(db: ReadDb): Promise<{ keys: PublicKey[] }> {
  const keys = await selectKeys(db)
  return { keys: keys.map((key) => ({ kty: 'OKP', crv: 'Ed25519', x: key.publicKey, kid: kidOf(key), alg: 'EdDSA', use: 'sig' })) }
}

/** The document that the issuer's name leads to (did:web), with the keys that were made under this name. */
export async function issuerDocument(db: ReadDb, origin: string): Promise<object> {
  const id = issuerAt(origin)
  const own = (await issuerKeys(db)).keys.filter(({ kid }) => kid.startsWith(`${id}#`))
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
    id,
    verificationMethod: own.map((publicKeyJwk) => ({ id: publicKeyJwk.kid, type: 'JsonWebKey', controller: id, publicKeyJwk })),
    assertionMethod: own.map(({ kid }) => kid),
  }
}
