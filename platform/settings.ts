import { existsSync } from 'node:fs'
import { access, constants, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import type { Config } from './config.ts'
import { lockDataDir } from './data-lock.ts'

// SQLite, whose lock claims the folder, takes paths of 512 bytes, its journal included.
const longestDataDir = 400

/** Tries what the configuration asks of the machine, before anything is created; throws one line that names the setting. */
export async function refuseUnusable(
  { host, port, dataDir }: Pick<Config, 'host' | 'port' | 'dataDir'>,
  { listens = true, beside = false } = {},
): Promise<void> {
  const why = (await whyNotFolder(dataDir)) ?? (listens ? await whyNotAddress(host, port) : null)
  // Whoever has the port may have the folder as well: that is the reason to name, and opening the folder names it.
  if (why?.startsWith('PORT=') && !beside && isHeld(dataDir)) return
  if (why) throw new Error(why)
}

async function whyNotFolder(dataDir: string): Promise<string | null> {
  if (Buffer.byteLength(dataDir) > longestDataDir) return `DATA_DIR=${dataDir.slice(0, 60)}… is longer than ${longestDataDir} bytes`
  for (let folder = dataDir; ; folder = dirname(folder)) {
    const found = await stat(folder).catch((error: NodeJS.ErrnoException) => error.code)
    if (found === 'ENOENT' && dirname(folder) !== folder) continue
    if (typeof found === 'string' || found === undefined) return `DATA_DIR=${dataDir} cannot be used: ${folder} (${found})`
    if (!found.isDirectory()) return `DATA_DIR=${dataDir} cannot be used: ${folder} is not a folder`
    const writable = await access(folder, constants.W_OK | constants.X_OK).then(
      () => true,
      () => false,
    )
    return writable ? null : `DATA_DIR=${dataDir} cannot be used: ${folder} cannot be written`
  }
}

function isHeld(dataDir: string): boolean {
  if (!existsSync(dataDir)) return false
  const lock = lockDataDir(dataDir, 0)
  lock?.release()
  return lock === null
}

/** Listens for a moment. */
async function whyNotAddress(host: string, port: number): Promise<string | null> {
  const server = createServer()
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen({ host, port }, resolve))
    return null
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') return `PORT=${port} is in use by another program on ${host}`
    if (code === 'EACCES') return `PORT=${port} may not be used by this account`
    return `HOST=${host} is not an address of this machine (${code})`
  } finally {
    server.close()
  }
}
