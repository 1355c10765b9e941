import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { FileStore } from './files.ts'

export type FileFault = { hash: string; fault: 'missing' | 'changed' }

/** Reads every registered file again and compares it with the hash that names it. */
export async function proveFiles(pool: pg.Pool, files: FileStore): Promise<{ checked: number; faults: FileFault[] }> {
  const { rows } = await pool.query<{ hash: string }>('select hash from stored_file order by hash')
  const faults: FileFault[] = []
  for (const { hash } of rows) {
    const file = await files.open(hash)
    if (!file) {
      faults.push({ hash, fault: 'missing' })
      continue
    }
    const digest = createHash('sha256')
    for await (const part of file.stream) digest.update(part as Buffer)
    if (digest.digest('hex') !== hash) faults.push({ hash, fault: 'changed' })
  }
  return { checked: rows.length, faults }
}
