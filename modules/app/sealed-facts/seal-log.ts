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
export type SealLog = { store: TileStore; signer: Signer; policy: LogPolicy; vkey: string }

/** The purpose of the key that signs for the log. */
export const logKey = 'transparency-log'

/** Opens the log; the first time it is named `name` for good. Throws where its key is not the one that it was begun with. */
export async function openSealLog(place: LogPlace, name: string): Promise<SealLog> {
  const store = openFilePlace(place).log
  const begun = await readVkey(store)
  const signer = await signerOf(begun?.split('+', 1)[0] ?? name, Buffer.from(await openSecret(place.dataDir, logKey), 'base64url'))
  if (begun === null) await store.write(vkeyPath, new TextEncoder().encode(`${signer.vkey}\n`))
  else if (begun !== signer.vkey) throw new Error('the key of the transparency log is not the one that the log was begun with')
  return { store, signer, vkey: signer.vkey, policy: policyOf(signer.vkey, place.witnessKeys) }
}

/** The log for reading: null where nothing was ever sealed. */
export async function readSealLog(place: LogPlace): Promise<Omit<SealLog, 'signer'> | null> {
  const store = openFilePlace(place).log
  const vkey = await readVkey(store)
  return vkey === null ? null : { store, vkey, policy: policyOf(vkey, place.witnessKeys) }
}

/** The newest checkpoint as it is signed; null before the first. */
export async function readCheckpoint({ store }: Pick<SealLog, 'store'>, path: string = CHECKPOINT_PATH): Promise<string | null> {
  const stored = await store.read(path)
  return stored ? new TextDecoder().decode(stored) : null
}

async function readVkey(store: TileStore): Promise<string | null> {
  const bytes = await store.read(vkeyPath)
  return bytes ? new TextDecoder().decode(bytes).trim() : null
}

function policyOf(vkey: string, witnesses: LogPlace['witnessKeys']): LogPolicy {
  const key = parseVerifierKey(vkey)
  if (!key.ok) throw new Error(`the verifier key of the transparency log cannot be read (${key.refusal.code})`)
  return { origin: key.value.name, keys: [key.value], witnesses }
}
