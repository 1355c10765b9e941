import { createHash } from 'node:crypto'
import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { factPath, provinceFacts, readFacts } from '@dacsan/platform/facts'
import { openProcessPool } from '@dacsan/platform/process-pool'
import { setImmediate as othersFirst } from 'node:timers/promises'
import { z } from 'zod'
import type { RegisterProducer } from './group-register.ts'
import { deserialize } from 'node:v8'
import { readRegister, readTable } from './read-register.ts'
import type { ReadRegister, RegisterCell, RegisterRejected } from './read-register.ts'
import type { ReadTable } from './reading-process.ts'
import { unreadable } from './register-table.ts'
import type { Table } from './register-table.ts'

export const registerFile = provinceFacts('register.csv', z.array(z.array(z.string())), 'table')

/** The register of the province as far as public sources know it: see SOURCE.md in its folder. */
export function provincialRegister(): RegisterProducer[] {
  const read = readRegister(readFacts(registerFile))
  if (read.ok) return read.value
  const [first] = read.refusal.problems
  throw new Error(`${factPath(registerFile)}${first && 'row' in first ? `:${first.row}` : ''}: ${JSON.stringify(first)}`)
}

/** What it is known by in the trail of imports: its place, and a hash of what stands in it. */
export function provincialRegisterFile(): { fileName: string; fileHash: string } {
  return {
    fileName: factPath(registerFile),
    fileHash: createHash('sha256')
      .update(JSON.stringify(readFacts(registerFile)))
      .digest('hex'),
  }
}

/** A register of the whole province fits many times over; what is larger is not a register. */
const largestFile = 5_000_000
/** The largest takes some seconds; a file that is made to be slow ends with its process. */
const pool = openProcessPool<Uint8Array, ReadTable>(new URL('./reading-process.ts', import.meta.url), {
  processes: 1,
  seconds: 60,
  waiting: 10,
  perPerson: 10,
  memory: 384 * 1024 * 1024,
  idleSeconds: 60,
})

/**
 * Reads a register file as officers send it: the sheet of an XLSX workbook that has our headings, or CSV in UTF-8 with one separator, told by the
 * line of the headings: commas, or semicolons as Vietnamese Excel saves them, or tabs. It is taken apart in a process of its own, and others are served
 * meanwhile.
 */
export async function readRegisterFile(bytes: Uint8Array): Promise<Outcome<ReadRegister, RegisterRejected>> {
  if (bytes.length > largestFile) return unreadable('too-large')
  const table = await tableOf(bytes)
  if (!table.ok) return table
  const reading = readTable(table.value)
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done) return step.value
    await othersFirst()
  }
}

async function tableOf(bytes: Uint8Array): Promise<Table> {
  const read = await pool.run(bytes, null)
  if (!read.ok) return unreadable(read.refusal.code === 'took-too-long' ? 'takes-too-long' : 'too-many-at-once')
  if ('refusal' in read.value) return { ok: false, refusal: read.value.refusal }
  const rows: RegisterCell[][] = []
  for (const piece of read.value.pieces) {
    for (const row of deserialize(piece) as RegisterCell[][]) rows.push(row)
    await othersFirst()
  }
  return done(rows)
}
