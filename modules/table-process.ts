import { serialize } from 'node:v8'
import { answerTasks } from '@dacsan/platform/pool-worker'
import { readTableOf } from './table-file.ts'
import type { TableRejected } from './table-file.ts'

export type TableTask = { bytes: Uint8Array; headings: readonly string[] }
/** A table in pieces, so that whoever takes it over serves others between them. */
export type ReadTable = { pieces: Uint8Array[] } | { refusal: TableRejected }

const rowsOfPiece = 250

// What read-table.ts starts beside the server: it reads the file that it is given, and reads and writes nothing else.
answerTasks(async ({ bytes, headings }: TableTask): Promise<ReadTable> => {
  const table = await readTableOf(bytes, headings)
  if (!table.ok) return { refusal: table.refusal }
  const pieces: Uint8Array[] = []
  for (let at = 0; at < table.value.length; at += rowsOfPiece) pieces.push(serialize(table.value.slice(at, at + rowsOfPiece)))
  return { pieces }
})
