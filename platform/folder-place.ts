import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileStore } from '@dacsan/transparency-log/file-store'
import { sync, writeDurably } from './durable.ts'
import { markName } from './file-place.ts'
import type { FilePlace } from './file-place.ts'

/** Files under `<dataDir>/files`, the log under `<dataDir>/log`. */
export function folderPlace(dataDir: string): FilePlace {
  const root = join(dataDir, 'files')
  const unfinished = join(root, 'unfinished')
  const placeOf = (hash: string) => join(root, hash.slice(0, 2), hash)
  const asideOf = (hash: string) => join(unfinished, `unused-${hash}`)
  const receivedAt = async (path: string) => (await stat(path).catch(() => null))?.mtimeMs ?? null
  return {
    async put(hash, bytes) {
      const place = placeOf(hash)
      const known = await stat(place).catch(() => null)
      // Known content is touched: what is swept away for want of a row (retention.ts) was not received within a day.
      if (known?.size === bytes.length && (await utimes(place, new Date(), new Date()).then(yes, no))) return
      const draft = join(unfinished, randomBytes(12).toString('hex'))
      for (const folder of [unfinished, dirname(place)]) {
        const made = await mkdir(folder, { recursive: true })
        if (made) await sync(dirname(made)) // a power cut must not take the new folder with what is in it
      }
      try {
        await writeDurably(draft, bytes)
        await rename(draft, place)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
      await sync(dirname(place))
    },
    async open(hash) {
      const path = placeOf(hash)
      const found = await stat(path).catch(() => null)
      return found && { stream: createReadStream(path), size: found.size }
    },
    async list() {
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
      const files = entries.filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
      return files.map(({ name }) => name).toSorted()
    },
    async ask() {},
    async mark(name) {
      await mkdir(root, { recursive: true })
      await writeFile(join(root, markName), name)
    },
    marked: () => readFile(join(root, markName), 'utf8').catch(() => null),
    log: fileStore(join(dataDir, 'log')),
    forgetOfLog: (path) => rm(join(dataDir, 'log', path), { force: true }),
    async setAside(hash, before) {
      const [place, aside] = [placeOf(hash), asideOf(hash)]
      if (((await receivedAt(place)) ?? 0) > before.getTime()) return false
      await mkdir(unfinished, { recursive: true })
      await rename(place, aside).catch(ignoreAbsent)
      if (((await receivedAt(aside)) ?? 0) <= before.getTime()) return true
      await rename(aside, place)
      return false
    },
    asideMs: 0,
    async settleAside(hash, isNamed) {
      const [place, aside] = [placeOf(hash), asideOf(hash)]
      if (isNamed && (await receivedAt(place)) === null) await rename(aside, place).catch(ignoreAbsent)
      await rm(aside, { force: true })
    },
    async deleteUnfinished(before) {
      let deleted = 0
      for (const name of await readdir(unfinished).catch(() => [])) {
        const received = await receivedAt(join(unfinished, name))
        if (received === null || received > before.getTime()) continue
        await rm(join(unfinished, name), { recursive: true, force: true })
        deleted++
      }
      return deleted
    },
  }
}

const [yes, no] = [() => true, () => false]

function ignoreAbsent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error
}
