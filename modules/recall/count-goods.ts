import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { Upload } from '@dacsan/platform/files'
import type { Ctx } from '../context.ts'
import { actorId, actorName, record, takeUpload } from '../identity/index.ts'
import { recallActs } from './acts.ts'
import { goodsOf } from './goods.ts'
import type { CountInput } from './inputs.ts'
import { beginAct, mayAct } from './open-case.ts'
import { refuseCount } from './rules/balance.ts'
import type { CountRefusal } from './rules/refusals.ts'
import { insertTallyLine, isCounted } from './tally.store.ts'

/**
 * Goods of a recalled lot were found, came back, or were destroyed before a witness. Nothing that was written is changed: a wrong line is taken back by one
 * more below zero, with a word. The same form sent twice is one line.
 */
export async function countGoods(ctx: Ctx, input: CountInput, upload: Upload | null): Promise<Outcome<null, CountRefusal>> {
  const { recallId, lotId, kind, quantity, place, witness, note, requestKey } = input
  const early = await mayAct(ctx, 'count', recallId)
  if (!early.ok) return early
  const { isDrill } = early.value.recall
  if (quantity < 0 && !note) return refuse('note-missing')
  // Destruction is shown: a paper or photo, and whoever saw it. A drill destroys nothing.
  if (kind === 'destroyed' && quantity > 0 && !isDrill && !(upload && witness)) return refuse('proof-missing')
  const kept = upload && (await takeUpload(ctx, upload, ['photo', 'paper']))
  if (kept && !kept.ok) return kept
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAct(tx, ctx, 'count', recallId)
    if (!begun.ok) return begun
    if (await isCounted(tx, requestKey)) return done(null)
    const { lots } = await goodsOf(tx, recallId)
    const of = lots.find(({ lot }) => lot.id === lotId)
    if (!of) return refuse('lot-of-other-recall')
    const refused = refuseCount(of.goods, { kind, quantity })
    if (refused) return refused
    const by = { byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
    if (kept) await recordFile(tx, kept.value, { by: by.byId, at: ctx.now })
    const file = kept ? { hash: kept.value.hash, name: kept.value.originalName } : undefined
    const id = ctx.newId('rct')
    await insertTallyLine(tx, { id, recallId, lotId, kind, quantity, place, witness, note, file, requestKey, at: ctx.now, ...by })
    await record(tx, ctx, recallActs.count, { subjectId: recallId, detail: { lotId, kind, quantity, place, witness } })
    return done(null)
  })
}
