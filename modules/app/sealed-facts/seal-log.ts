import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openSecret } from '@dacsan/platform/secrets'
import { fileStore } from '@dacsan/transparency-log/file-store'
import { CHECKPOINT_PATH } from '@dacsan/transparency-log/log'
import { parseVerifierKey, signerOf } from '@dacsan/transparency-log/note'
import type { LogPolicy, Signer } from '@dacsan/transparency-log/note'
import type { TileStore } from '@dacsan/transparency-log'
import type { OpenInstallation } from '../../context.ts'
import type { Books } from '../../room.ts'

/** The name of the key stands in a file of the log: it stays what it was when the log was begun, wherever the site moves. */
export const vkeyPath = 'vkey'
/** The newest checkpoint that a witness has cosigned. */
export const cosignedPath = 'cosigned'

/** Where the log lies, and whose word counts beside its own. */
export type LogPlace = Pick<OpenInstallation['config'], 'dataDir' | 'witnessKeys'>
/** The books of the whole house: the database, and the log beside it. */
export type HouseBooks = Books & { config: LogPlace }

export const logFolder = (dataDir: string): string => join(dataDir, 'log')

/** The transparency log of an installation: beside the database, under a key that the database does not know. */
export type SealLog = { store: TileStore; signer: Signer; policy: LogPolicy; vkey: string }

/** Opens the log; the first time it is named `name` for good. Throws where its key is not the one that it was begun with. */
export async function openSealLog({ dataDir, witnessKeys }: LogPlace, name: string): Promise<SealLog> {
  const store = fileStore(logFolder(dataDir))
  const begun = await readVkey(dataDir)
  const signer = await signerOf(begun?.split('+', 1)[0] ?? name, Buffer.from(await openSecret(dataDir, 'transparency-log'), 'base64url'))
  if (begun === null) await store.write(vkeyPath, new TextEncoder().encode(`${signer.vkey}\n`))
  else if (begun !== signer.vkey) throw new Error('the key of the transparency log is not the one that the log was begun with')
  return { store, signer, vkey: signer.vkey, policy: policyOf(signer.vkey, witnessKeys) }
}

/** The log for reading: null where nothing was ever sealed. */
export async function readSealLog({ dataDir, witnessKeys }: LogPlace): Promise<Omit<SealLog, 'signer'> | null> {
  const vkey = await readVkey(dataDir)
  return vkey === null ? null : { store: fileStore(logFolder(dataDir)), vkey, policy: policyOf(vkey, witnessKeys) }
}

/** The newest checkpoint as it is signed; null before the first. */
export async function readCheckpoint({ store }: Pick<SealLog, 'store'>, path: string = CHECKPOINT_PATH): Promise<string | null> {
  const stored = await store.read(path)
  return stored ? new TextDecoder().decode(stored) : null
}

async function readVkey(dataDir: string): Promise<string | null> {
  const text = await readFile(join(logFolder(dataDir), vkeyPath), 'utf8').catch(() => null)
  return text === null ? null : text.trim()
}

function policyOf(vkey: string, witnesses: LogPlace['witnessKeys']): LogPolicy {
  const key = parseVerifierKey(vkey)
  if (!key.ok) throw new Error(`the verifier key of the transparency log cannot be read (${key.refusal.code})`)
  return { origin: key.value.name, keys: [key.value], witnesses }
}
