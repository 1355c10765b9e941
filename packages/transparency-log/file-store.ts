// Server only: a log as a folder that any web server can hand out.
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { TileStore } from './tile-store.ts'

/**
 * A store in a folder. A file appears whole or not at all, and both it and its name are on the disk when the promise is kept.
 *
 * @example await fileStore('/there/is/no/such/folder').read('checkpoint') // undefined
 */
export function fileStore(folder: string): TileStore {
  return {
    read: (path) => readFile(join(folder, path)).then((bytes) => Uint8Array.from(bytes), absent),
    async write(path, bytes) {
      const target = join(folder, path)
      const draft = `${target}.new`
      await makeFolder(dirname(target))
      await synced(draft, 'w', (file) => file.writeFile(bytes))
      await rename(draft, target)
      await synced(dirname(target), 'r')
    },
  }
}

/** A new folder is on the disk only when the folder that names it is. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true })
  if (first === undefined) return
  for (let parent = dirname(folder); parent.length >= dirname(first).length; parent = dirname(parent)) await synced(parent, 'r')
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
}

async function synced(path: string, mode: 'r' | 'w', write?: (file: Awaited<ReturnType<typeof open>>) => Promise<void>): Promise<void> {
  const file = await open(path, mode)
  try {
    await write?.(file)
    await file.sync()
  } finally {
    await file.close()
  }
}
