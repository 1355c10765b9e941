import { createHmac, hkdfSync } from 'node:crypto'
import { isIssued, unitSerial } from '@dacsan/gs1'
import type { UnitSerial } from '@dacsan/gs1'
import { findSecretHeldWith, secretHeldWith } from '@dacsan/platform/locked-text'
import type { OpenInstallation, ReadDb, Tx } from '../../context.ts'
import { inTransaction } from '@dacsan/platform/context'
import { insertSerialKey, selectSerialKeys } from './unit.store.ts'
import type { SerialKey } from './unit.store.ts'

type Sign = (message: string) => Uint8Array

/** The name of a key among the secrets of the installation. */
const purposeOf = (id: number) => `unit-serials-${id}`

const derived = (secret: string, what: string) =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', `dacsan ${what}`, 32))
const fingerprintOf = (secret: string) => derived(secret, 'fingerprint').toString('base64url')

function signerOf(secret: string): Sign {
  const key = derived(secret, 'unit serials')
  return (message) => createHmac('sha256', key).update(message).digest()
}

/** Null where the key is lost, or another one lies in its place: then nothing that it made can be judged. */
async function findSigner(db: ReadDb, { id, fingerprint }: SerialKey): Promise<Sign | null> {
  const secret = await findSecretHeldWith(db, purposeOf(id))
  return secret !== null && fingerprintOf(secret) === fingerprint ? signerOf(secret) : null
}

/** The number of the key that new serials are made with. The first one, and one in place of a lost one, is made here: what the lost one made stays unknown. */
export async function currentSerialKey(tx: Tx, now: Date): Promise<number> {
  const newest = (await selectSerialKeys(tx)).at(-1)
  return newest && (await findSigner(tx, newest)) ? newest.id : makeSerialKey(tx, now)
}

async function makeSerialKey(tx: Tx, now: Date): Promise<number> {
  const id = ((await selectSerialKeys(tx)).at(-1)?.id ?? 0) + 1
  await insertSerialKey(tx, { id, fingerprint: fingerprintOf(await secretHeldWith(tx, purposeOf(id))) }, now)
  return id
}

/** From now on serials are made with a new key; labels that are about are judged by the key of their sheet. Answers its name. */
export function rotateSerialKey(installation: Pick<OpenInstallation, 'db'>, now: Date): Promise<string> {
  return inTransaction(installation, async (tx) => purposeOf(await makeSerialKey(tx, now)))
}

/** Gives the serials of a lot that a key makes. */
export async function serialsOf(db: ReadDb, keyId: number, traceCode: string): Promise<(unit: number) => UnitSerial> {
  const key = (await selectSerialKeys(db)).find(({ id }) => id === keyId)
  const sign = key && (await findSigner(db, key))
  if (!sign)
    throw new Error(
      `the key ${purposeOf(keyId)} in DATA_DIR/keys is not the one that these labels were made with: put it back from a backup`,
    )
  return (unit) => unitSerial(traceCode, unit, sign)
}

/** Whether a serial was given out for a lot: by the key of its sheet, and where no sheet has the unit by any. `unknown`: the key is lost. */
export async function judgeSerial(
  db: ReadDb,
  { traceCode, keyId, ...read }: { traceCode: string; keyId: number | null; index: number; serial: UnitSerial },
): Promise<'issued' | 'guessed' | 'unknown'> {
  const keys = (await selectSerialKeys(db)).filter(({ id }) => keyId === null || id === keyId)
  const signers = await Promise.all(keys.map((key) => findSigner(db, key)))
  if (signers.some((sign) => sign !== null && isIssued(traceCode, read, sign))) return 'issued'
  return signers.includes(null) ? 'unknown' : 'guessed'
}

/** What an address or a device is kept as: whoever has the table alone finds nobody. */
export async function deviceHash(db: ReadDb, { address, device }: { address: string; device: string }): Promise<string> {
  const key = derived(await secretHeldWith(db, 'scanning-devices'), 'scanning devices')
  return createHmac('sha256', key).update(`${address}\n${device}`).digest('base64url').slice(0, 22)
}
