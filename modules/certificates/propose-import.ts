import { createHash } from 'node:crypto'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { producerGroup, productGroup, readRegisterFile } from '../catalogue/index.ts'
import type { RegisterRejected, RegisterRow } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { actorId } from '../identity/rules.ts'
import { examineRegister } from './examine-import.ts'
import { insertImport, insertImportRows, selectImport } from './register-import.store.ts'
import { registerActs } from './rules.ts'
import type { ImportId } from './rules.ts'

/**
 * Keeps a register of recognitions that are older than this platform for a second officer to confirm; nothing of it counts before. Rows that are
 * wrong are kept apart with what is wrong, and then none of it can be confirmed. A file that waits already is the same proposal.
 */
export async function proposeImport(
  ctx: Ctx,
  file: { name: string; bytes: Uint8Array },
): Promise<Outcome<{ importId: ImportId }, RegisterRejected>> {
  requireAct(ctx.actor, registerActs.propose)
  const read = await readRegisterFile(file.bytes)
  if (!read.ok) return read
  const { rows, problems: unread } = read.value
  if (rows.length === 0 && unread.length === 0) {
    return refuse('register-rejected', { problems: [{ code: 'file-unreadable' as const, reason: 'no-rows' as const }] })
  }
  const fileHash = createHash('sha256').update(file.bytes).digest('hex')
  return inTransaction(ctx, async (tx) => {
    const waiting = await selectImport(tx, { openHash: fileHash })
    if (waiting) return done({ importId: waiting.id })
    const examined = await examineRegister({ db: tx, now: ctx.now }, rows)
    const importId = ctx.newId('imp')
    const problems = [...unread, ...examined.problems].toSorted((a, b) => rowOf(a) - rowOf(b))
    const fileName = file.name.slice(0, 200)
    const rowCount = new Set([...rows.map(({ row }) => row), ...unread.map(rowOf)]).size
    await insertImport(tx, {
      id: importId,
      source: 'officer',
      fileName,
      fileHash,
      rowCount,
      status: registerActs.propose.to,
      problems,
      faulty: read.value.keep([...new Set(problems.map(rowOf))].filter((row) => row > 0)),
      proposedAt: ctx.now,
      proposedBy: actorId(ctx.actor),
    })
    const cells = new Map(rows.map((row) => [row.row, row]))
    await insertImportRows(
      tx,
      importId,
      examined.rows.map((row) => ({ ...row, cells: cells.get(row.row)!, group: groupOf(cells.get(row.row)!) })),
    )
    await record(tx, ctx, registerActs.propose, {
      subjectId: importId,
      detail: { file: fileName, hash: fileHash, rows: rowCount, faults: problems.length },
    })
    return done({ importId })
  })
}

export const groupOf = (row: RegisterRow): string => JSON.stringify([producerGroup(row), productGroup(row)])

const rowOf = (problem: object): number => ('row' in problem ? Number(problem.row) : 0)
