import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { Outcome, RefusalsOf } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { groupRegister, importRegister } from '../catalogue/index.ts'
import type { ResolvedPlaces } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { lockDecisions } from './decision.store.ts'
import { importCertificates } from './import-certificates.ts'
import { addCounts, lockImport, selectNextRows, updateFinished, updateRowsDone } from './register-import.store.ts'
import { registerActs } from './rules.ts'
import type { ImportId, ImportRefusal } from './rules.ts'

export const carryOutJob = 'certificates.carry-out-import'

/** Few enough that nobody waits for what a batch holds, many enough that ten thousand rows take a handful of them. */
const productsAtOnce = 300

/**
 * Puts the rows of a confirmed import on file, some hundred in one transaction: pages and decisions go on in between, and what was stopped goes on
 * with the rows that were not done. Done again it changes nothing.
 */
export async function carryOutImport(
  ctx: Ctx,
  importId: ImportId,
  { batches = Infinity }: { batches?: number } = {},
): Promise<Outcome<{ left: boolean }, RefusalsOf<ImportRefusal, (typeof registerActs)['carry-out']>>> {
  const act = registerActs['carry-out']
  requireAct(ctx.actor, act)
  const places: ResolvedPlaces = new Map()
  for (let batch = 0; batch < batches; batch++) {
    const step = await inTransaction(ctx, async (tx) => {
      const confirmed = await lockImport(tx, importId)
      if (!confirmed) throw new NotFound('No such import', { importId })
      const closed = refuseStatus(act, confirmed.status)
      if (closed) return closed
      const rows = await selectNextRows(tx, importId, productsAtOnce)
      if (rows.length === 0) {
        await updateFinished(tx, importId, act.to, ctx.now)
        const { fileName: file, fileHash: hash, rowCount, producers, products, certificates } = confirmed
        await record(tx, ctx, act, { subjectId: importId, detail: { file, hash, rows: rowCount, producers, products, certificates } })
        return done({ left: false })
      }
      await lockDecisions(tx)
      const imported = await importRegister(tx, groupRegister(rows).producers, places)
      // The rows were read and examined twice; what no longer fits is a fault of ours, told by the failed job.
      if (!imported.ok) throw new Error(`rows of ${importId} do not fit: ${JSON.stringify(imported.refusal.problems.slice(0, 3))}`)
      const { producers, products } = imported.value
      const certificates = await importCertificates(tx, imported.value.certificates, { importId, at: ctx.now })
      await addCounts(tx, importId, { producers, products, certificates })
      await updateRowsDone(
        tx,
        importId,
        rows.map(({ row }) => row),
        ctx.now,
      )
      return done({ left: true })
    })
    if (!step.ok || !step.value.left) return step
  }
  return done({ left: true })
}
