import { setImmediate as othersFirst } from 'node:timers/promises'
import { deserialize } from 'node:v8'
import { done } from '@dacsan/decisions'
import { openProcessPool } from '@dacsan/platform/process-pool'
import { unreadable } from './table-file.ts'
import type { Table } from './table-file.ts'
import type { ReadTable, TableTask } from './table-process.ts'
import type { Cell } from './table-rows.ts'

/** What officers send fits many times over; what is larger is no table of ours. */
const largestFile = 5_000_000
/** The largest takes some seconds; a file that is made to be slow ends with its process. */
const pool = openProcessPool<TableTask, ReadTable>(new URL('./table-process.ts', import.meta.url), {
  processes: 1,
  seconds: 60,
  waiting: 10,
  perPerson: 10,
  memory: 384 * 1024 * 1024,
  idleSeconds: 60,
})

/**
 * Reads a table as officers send it: the sheet of an XLSX workbook that has our headings, or CSV in UTF-8 with one separator, told by the line of
 * the headings: commas, or semicolons as Vietnamese Excel saves them, or tabs. It is taken apart in a process of its own, and others are served
 * meanwhile. `headings`: those by which the table is known, as they are spelt.
 */
export async function readTableFile(bytes: Uint8Array, headings: readonly string[]): Promise<Table> {
  if (bytes.length > largestFile) return unreadable('too-large')
  const read = await pool.run({ bytes, headings }, null)
  if (!read.ok) return unreadable(read.refusal.code === 'took-too-long' ? 'takes-too-long' : 'too-many-at-once')
  if ('refusal' in read.value) return { ok: false, refusal: read.value.refusal }
  const rows: Cell[][] = []
  for (const piece of read.value.pieces) {
    for (const row of deserialize(piece) as Cell[][]) rows.push(row)
    await othersFirst()
  }
  return done(rows)
}
