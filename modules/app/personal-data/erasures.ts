import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReadDb } from '../../context.ts'
import { selectErasures } from '../../privacy/index.ts'
import type { Erasure } from '../../privacy/index.ts'

/** Beside the database, so that a backup of before an erasure does not bring back whose data were erased. It holds ids and moments alone. */
export const erasuresFile = 'erasures.jsonl'

const keyOf = ({ kind, id }: Pick<Erasure, 'kind' | 'id'>) => `${kind} ${id}`

/** The erasures that a folder knows of; none where it knows of none. */
export async function readErasures(folder: string): Promise<Erasure[]> {
  const text = await readFile(join(folder, erasuresFile), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { kind, id, at } = JSON.parse(line) as { kind: Erasure['kind']; id: string; at: string }
      return { kind, id, at: new Date(at) }
    })
}

/** Keeps every erasure of the database in a folder, with those that the folder knew before: none is ever forgotten. */
export async function keepErasures(folder: string, db: ReadDb): Promise<Erasure[]> {
  const known = new Map([...(await readErasures(folder)), ...(await selectErasures(db))].map((one) => [keyOf(one), one]))
  const all = [...known.values()].toSorted((one, other) => one.at.getTime() - other.at.getTime())
  if (all.length === 0) return all
  const place = join(folder, erasuresFile)
  // Whole or not at all: a half line would be no erasure.
  await writeFile(`${place}.new`, all.map((one) => `${JSON.stringify(one)}\n`).join(''), { mode: 0o600 })
  await rename(`${place}.new`, place)
  return all
}
