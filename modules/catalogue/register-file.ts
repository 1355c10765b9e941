import { createHash } from 'node:crypto'
import { refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { factPath, provinceFacts, readFacts } from '@dacsan/platform/facts'
import { setImmediate as othersFirst } from 'node:timers/promises'
import { z } from 'zod'
import type { RegisterProducer } from './group-register.ts'
import { readTableFile } from '../read-table.ts'
import { headingsOf } from '../table-rows.ts'
import { readRegister, readTable } from './read-register.ts'
import type { ReadRegister, RegisterRejected } from './read-register.ts'
import { registerColumns } from './register-columns.ts'

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

/** Reads a register file as officers send it (read-table.ts); others are served meanwhile. */
export async function readRegisterFile(bytes: Uint8Array): Promise<Outcome<ReadRegister, RegisterRejected>> {
  const table = await readTableFile(bytes, headingsOf(registerColumns))
  if (!table.ok) return refuse('register-rejected', { problems: table.refusal.problems })
  const reading = readTable(table.value)
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done) return step.value
    await othersFirst()
  }
}
