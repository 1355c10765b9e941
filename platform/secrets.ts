import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The secret of this installation for one purpose: 32 random bytes in base64url, made once in `<dataDir>/keys` and readable by us alone.
 * Processes that ask at the same moment get the same one.
 */
export async function openSecret(dataDir: string, purpose: string): Promise<string> {
  if (!/^[a-z][a-z0-9-]*$/.test(purpose)) throw new Error(`a secret's purpose is a word such as session, not ${purpose}`)
  const folder = join(dataDir, 'keys')
  const place = join(folder, purpose)
  const known = await readFile(place, 'utf8').catch(() => null)
  if (known) return known
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const unfinished = join(folder, `.${purpose}-${randomBytes(6).toString('hex')}`)
  const file = await open(unfinished, 'wx', 0o600)
  try {
    await file.writeFile(randomBytes(32).toString('base64url'))
    await file.sync()
  } finally {
    await file.close()
  }
  // A link, unlike a renaming, never replaces what another process made first.
  await link(unfinished, place).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(unfinished)
  return readFile(place, 'utf8')
}
