import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Bytes that can be made again at any time: kept while there is room, and gone without harm. Never in a backup. */
export type Remembered = {
  /** The bytes under this key, or `null`. */
  recall(key: string): Promise<Uint8Array | null>
  /** Keeps the bytes under a key; where the disk does not let us, nothing is kept and nothing fails. */
  remember(key: string, bytes: Uint8Array): Promise<void>
}

export type RememberedLimits = {
  /** All of it together; what was not asked for the longest goes first. */
  bytes: number
  /** What nobody asked for in so many days goes. */
  days: number
}

const day = 86_400_000
const digestLength = 32

/** Keeps what was made under `folder`, each in a file that begins with the SHA-256 of the rest: one cut short by a crash is as good as none. */
export function openRemembered(folder: string, limits: RememberedLimits): Remembered {
  /** How much lies there, as far as this process knows; unknown until it has looked. */
  let held: number | undefined
  let looked = 0

  return {
    async recall(key) {
      const file = await readFile(placeOf(key)).catch(() => null)
      const bytes = file?.subarray(digestLength)
      if (!file || !bytes || !digestOf(bytes).equals(file.subarray(0, digestLength))) return null
      const now = new Date()
      await utimes(placeOf(key), now, now).catch(() => {})
      return bytes
    },
    async remember(key, bytes) {
      const unfinished = join(folder, `unfinished-${randomBytes(8).toString('hex')}`)
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeFile(unfinished, Buffer.concat([digestOf(bytes), bytes]), { mode: 0o600, flag: 'wx' })
        await rename(unfinished, placeOf(key))
        held = (held ?? 0) + bytes.length
        if (held > limits.bytes || Date.now() - looked > day / 24) await makeRoom()
      } catch {
        await rm(unfinished, { force: true }).catch(() => {})
      }
    },
  }

  function placeOf(key: string): string {
    if (!/^[0-9a-f]{64}$/.test(key)) throw new RangeError('a key is the hexadecimal SHA-256 of what something was made of')
    return join(folder, key)
  }

  /** Deletes what is old, and then what was not asked for the longest, until there is room again. */
  async function makeRoom(): Promise<void> {
    looked = Date.now()
    const names = await readdir(folder)
    const files = await Promise.all(
      names.map(async (name) => {
        const found = await stat(join(folder, name)).catch(() => null)
        return { name, size: found?.size ?? 0, used: found?.mtimeMs ?? 0 }
      }),
    )
    let left = files.reduce((sum, { size }) => sum + size, 0)
    const most = left > limits.bytes ? limits.bytes * 0.8 : limits.bytes
    for (const { name, size, used } of files.toSorted((a, b) => a.used - b.used)) {
      if (left <= most && used > looked - limits.days * day) break
      await rm(join(folder, name), { force: true })
      left -= size
    }
    held = left
  }
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
