import { serialize } from 'node:v8'
import { answerTasks } from '@dacsan/platform/pool-worker'
import type { RegisterRejected } from './read-register.ts'
import { readTableOf } from './register-table.ts'

/** A table in pieces, so that whoever takes it over serves others between them. */
export type ReadTable = { pieces: Uint8Array[] } | { refusal: RegisterRejected }

const rowsOfPiece = 250

// What register-file.ts starts beside the server: it reads the file that it is given, and reads and writes nothing else.
answerTasks(async (bytes: Uint8Array): Promise<ReadTable> => {
  const table = await readTableOf(bytes)
  if (!table.ok) return { refusal: table.refusal }
  const pieces: Uint8Array[] = []
  for (let at = 0; at < table.value.length; at += rowsOfPiece) pieces.push(serialize(table.value.slice(at, at + rowsOfPiece)))
  return { pieces }
})
