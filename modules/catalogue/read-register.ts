import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { byRow, readRows } from '../table-rows.ts'
import type { TableOfCells } from '../table-rows.ts'
import { groupRegister } from './group-register.ts'
import type { RegisterProducer } from './group-register.ts'
import { registerColumns } from './register-columns.ts'
import type { RegisterRow } from './register-columns.ts'
import type { FaultyRows, RegisterProblem } from './rules/register-row.ts'

export type RegisterTable = TableOfCells

export type RegisterRejected = { code: 'register-rejected'; problems: RegisterProblem[] }

/** Every row that could be read, everything that is wrong, and rows as they stood in the file. */
export type ReadRegister = { rows: RegisterRow[]; problems: RegisterProblem[]; keep: (rows: readonly number[]) => FaultyRows }

/** The producers of a register that must be right, all of it or nothing. */
export function readRegister(table: RegisterTable): Outcome<RegisterProducer[], RegisterRejected> {
  const reading = readTable(table)
  for (let step = reading.next(); ; step = reading.next()) {
    if (!step.done) continue
    if (!step.value.ok) return step.value
    const { rows, problems } = step.value.value
    return problems.length > 0 ? refuse('register-rejected', { problems }) : done(groupRegister(rows).producers)
  }
}

/** Reads a register table as `readRows` does, and what its rows say of each other. */
export function* readTable(table: RegisterTable): Generator<void, Outcome<ReadRegister, RegisterRejected>> {
  const read = yield* readRows(table, registerColumns)
  if (!read.ok) return refuse('register-rejected', { problems: read.refusal.problems })
  const { rows, problems, keep } = read.value
  return done({ rows, problems: byRow<RegisterProblem>([...problems, ...groupRegister(rows).problems]), keep })
}
