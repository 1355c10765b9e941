import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { sync, writeDurably } from './durable.ts'

const placeOf = (dataDir: string, purpose: string): string => {
  if (!/^[a-z][a-z0-9-]*$/.test(purpose)) throw new Error(`a secret's purpose is a word such as session, not ${purpose}`)
  return join(dataDir, 'keys', purpose)
}

/** The secret of this installation for one purpose, or null where nobody made it: for what must not be replaced by another. */
export function readSecret(dataDir: string, purpose: string): Promise<string | null> {
  return readFile(placeOf(dataDir, purpose), 'utf8').catch(() => null)
}

/**
 * The secret of this installation for one purpose: 32 random bytes in base64url, made once in `<dataDir>/keys` and readable by us alone.
 * Processes that ask at the same moment get the same one.
 */
export async function openSecret(dataDir: string, purpose: string): Promise<string> {
  const place = placeOf(dataDir, purpose)
  const folder = dirname(place)
  const known = await readSecret(dataDir, purpose)
  if (known) return known
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unfinished = join(folder, `.${purpose}-${randomBytes(6).toString('hex')}`)
  await writeDurably(unfinished, randomBytes(32).toString('base64url'))
  // A link, unlike a renaming, never replaces what another process made first.
  await link(unfinished, place).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(unfinished)
  // What is signed or stored under this secret must not outlive it: its name, and that of its folder, are on disk before it is used.
  await sync(folder)
  await sync(dataDir)
  return readFile(place, 'utf8')
}
