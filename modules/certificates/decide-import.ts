import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome, RefusalsOf } from '@dacsan/decisions'
import { addJob } from '@dacsan/platform/add-job'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { actorId } from '../identity/rules.ts'
import { carryOutJob } from './carry-out-import.ts'
import { examineRegister } from './examine-import.ts'
import { readsImports } from './policy.ts'
import { lockImport, selectImportRows, updateDecided, updateFindings } from './register-import.store.ts'
import { registerActs } from './rules.ts'
import type { ImportId, ImportRefusal } from './rules.ts'
import { tiesOfImport, whyNotSecondPerson } from './second-person.ts'
import { registerImportWords as says } from './words.ts'

const ticked = z
  .union([z.coerce.number().int(), z.array(z.coerce.number().int())])
  .optional()
  .transform((rows) => [rows ?? []].flat())

export const confirmImportInput = z.object({ importId: idInput('imp'), doubt: ticked })
export type ConfirmImportInput = z.infer<typeof confirmImportInput>

/**
 * A second person answers for an import, for each doubtful row by itself. Whoever proposed it cannot; an administrator can only where no other
 * officer is there. What is on file may have changed since the file came in, so every row is examined again.
 */
export async function confirmImport(
  ctx: Ctx,
  { importId, doubt }: ConfirmImportInput,
): Promise<Outcome<{ importId: ImportId }, RefusalsOf<ImportRefusal, typeof registerActs.confirm>>> {
  const act = registerActs.confirm
  return inTransaction(ctx, async (tx) => {
    const proposed = await lockImport(tx, importId)
    if (!proposed) throw new NotFound('No such import', { importId })
    const whyNot = await whyNotSecondPerson(tx, ctx.actor, proposed, dateInVietnam(ctx.now))
    requireAct(ctx.actor, act, tiesOfImport(whyNot), { known: readsImports(ctx.actor) })
    const closed = refuseStatus(act, proposed.status)
    if (closed) return closed
    const by = actorId(ctx.actor)
    if (proposed.problems.length > 0) return refuse('import-faulty', { problems: proposed.problems.length })
    const rows = await selectImportRows(tx, importId)
    const examined = await examineRegister(
      { db: tx, now: ctx.now },
      rows.map(({ cells }) => cells),
    )
    const answered = new Set(doubt)
    const open = examined.rows.filter((row) => row.doubts.length > 0 && !answered.has(row.row)).map(({ row }) => row)
    if (open.length > 0) return refuse('doubts-open', { rows: open })
    await updateFindings(tx, importId, examined.rows)
    await updateDecided(tx, importId, { status: act.to, by, at: ctx.now, reason: null })
    await addJob(tx, carryOutJob, { importId }, { key: importId })
    const { fileName: file, fileHash: hash, rowCount } = proposed
    const doubtful = examined.rows.filter(({ doubts }) => doubts.length > 0).map(({ row }) => row)
    await record(tx, ctx, act, { subjectId: importId, detail: { file, hash, rows: rowCount, doubtful } })
    return done({ importId })
  })
}

export const turnDownImportInput = z.object({
  importId: idInput('imp'),
  reason: z.string().trim().min(3, says.reasonMissing).max(500, says.reasonLong),
})
export type TurnDownImportInput = z.infer<typeof turnDownImportInput>

/** Nothing of the file comes in. Whoever proposed it may take it back the same way. */
export async function turnDownImport(
  ctx: Ctx,
  { importId, reason }: TurnDownImportInput,
): Promise<Outcome<{ importId: ImportId }, RefusalsOf<ImportRefusal, (typeof registerActs)['turn-down']>>> {
  const act = registerActs['turn-down']
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const proposed = await lockImport(tx, importId)
    if (!proposed) throw new NotFound('No such import', { importId })
    const closed = refuseStatus(act, proposed.status)
    if (closed) return closed
    await updateDecided(tx, importId, { status: act.to, by: actorId(ctx.actor), at: ctx.now, reason })
    const { fileName: file, fileHash: hash } = proposed
    await record(tx, ctx, act, { subjectId: importId, detail: { file, hash, reason } })
    return done({ importId })
  })
}
