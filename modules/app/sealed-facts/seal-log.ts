import { vkeyPath } from '@dacsan/platform/log-files'
import { openFilePlace } from '@dacsan/platform/open-file-place'
import type { FilesAt } from '@dacsan/platform/open-file-place'
import { openSecret } from '@dacsan/platform/secrets'
import { CHECKPOINT_PATH } from '@dacsan/transparency-log/log'
import { parseVerifierKey, signerOf } from '@dacsan/transparency-log/note'
import type { LogPolicy, Signer } from '@dacsan/transparency-log/note'
import type { TileStore } from '@dacsan/transparency-log'
import type { OpenInstallation } from '../../context.ts'
import type { Books } from '../../room.ts'

/** Where the log lies, and whose word counts beside its own. */
export type LogPlace = FilesAt & Pick<OpenInstallation['config'], 'witnessKeys'>
/** The books of the whole house: the database, and the log beside it. */
export type HouseBooks = Books & { config: LogPlace }

/** The transparency log of an installation: beside the database, under a key that the database does not know. */
export type SealLog = { store: TileStore; signer: Signer; policy: LogPolicy }

/** The purpose of the key that signs for the log, the first one; those that came after it count on: `transparency-log-2`. */
export const logKey = 'transparency-log'
const purposeOf = (place: number): string => (place === 1 ? logKey : `${logKey}-${place}`)

/** The purposes of the keys that the log was signed with, the first one first. */
export async function logKeys(place: LogPlace): Promise<string[]> {
  const { length } = await readVkeys(openFilePlace(place).log)
  return Array.from({ length: Math.max(1, length) }, (_, at) => purposeOf(at + 1))
}

/** Opens the log; the first time it is named `name` for good. Throws where its key is not the one that it was signed with last. */
export async function openSealLog(place: LogPlace, name: string): Promise<SealLog> {
  const store = openFilePlace(place).log
  const vkeys = await readVkeys(store)
  const signer = await signerAt(place, vkeys[0]?.split('+', 1)[0] ?? name, Math.max(1, vkeys.length))
  if (vkeys.length === 0) await writeVkeys(store, [signer.vkey])
  else if (vkeys.at(-1) !== signer.vkey) throw new Error('the key of the transparency log is not the one that the log was begun with')
  return { store, signer, policy: policyOf(vkeys.length === 0 ? [signer.vkey] : vkeys, place.witnessKeys) }
}

/** From now on another key signs for the log. What older ones signed stays signed: all of them are told at `/log/vkey`, the newest last. */
export async function rotateLogKey(place: LogPlace): Promise<{ purpose: string; vkey: string }> {
  const store = openFilePlace(place).log
  const vkeys = await readVkeys(store)
  const [first] = vkeys
  if (first === undefined) throw new Error('the transparency log is not begun yet: its first key is made with its first entry')
  const signer = await signerAt(place, first.split('+', 1)[0]!, vkeys.length + 1)
  await writeVkeys(store, [...vkeys, signer.vkey])
  return { purpose: purposeOf(vkeys.length + 1), vkey: signer.vkey }
}

/** The log for reading: null where nothing was ever sealed. */
export async function readSealLog(place: LogPlace): Promise<Omit<SealLog, 'signer'> | null> {
  const store = openFilePlace(place).log
  const vkeys = await readVkeys(store)
  return vkeys.length === 0 ? null : { store, policy: policyOf(vkeys, place.witnessKeys) }
}

/** The newest checkpoint as it is signed; null before the first. */
export async function readCheckpoint({ store }: Pick<SealLog, 'store'>, path: string = CHECKPOINT_PATH): Promise<string | null> {
  const stored = await store.read(path)
  return stored ? new TextDecoder().decode(stored) : null
}

const signerAt = async (place: LogPlace, name: string, at: number): Promise<Signer> =>
  signerOf(name, Buffer.from(await openSecret(place.dataDir, purposeOf(at)), 'base64url'))

async function readVkeys(store: TileStore): Promise<string[]> {
  const bytes = await store.read(vkeyPath)
  return bytes ? new TextDecoder().decode(bytes).trim().split('\n') : []
}

const writeVkeys = (store: TileStore, vkeys: readonly string[]) =>
  store.write(vkeyPath, new TextEncoder().encode(vkeys.map((vkey) => `${vkey}\n`).join('')))

function policyOf(vkeys: readonly string[], witnesses: LogPlace['witnessKeys']): LogPolicy {
  const keys = vkeys.map((vkey) => {
    const key = parseVerifierKey(vkey)
    if (!key.ok) throw new Error(`the verifier key of the transparency log cannot be read (${key.refusal.code})`)
    return key.value
  })
  return { origin: keys[0]!.name, keys, witnesses }
}
