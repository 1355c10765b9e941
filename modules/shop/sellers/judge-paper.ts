import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { Ctx, Tx } from '../../context.ts'
import { actorId, record, requireAct } from '../../identity/index.ts'
import { sellerPaperActs } from '../acts.ts'
import { termOfPapers } from '../rules.ts'
import type { AskedPaper, ReturnPaperRefusal, VerifyPaperRefusal } from '../rules.ts'
import type { SellerPaperId } from '../rules/ids.ts'
import { lockPaper, selectPapers, updatePaper } from './paper.store.ts'
import { papersAskedOf } from './papers-asked.ts'
import { lockSeller, updateUnverified, updateVerifiedUntil } from './seller.store.ts'

/** The office saw this paper with its dates. A seller that was verified before stands by it from now on. */
export async function verifyPaper(ctx: Ctx, { paperId }: { paperId: SellerPaperId }): Promise<Outcome<null, VerifyPaperRefusal>> {
  const act = sellerPaperActs.verify
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const paper = await lockKnownPaper(tx, paperId)
    const closed = refuseStatus(act, paper.status)
    if (closed) return closed
    if (paper.validUntil !== null && paper.validUntil < dateInVietnam(ctx.now)) return refuse('paper-ended')
    await updatePaper(tx, paperId, { status: act.to, returnReason: null, at: ctx.now, by: actorId(ctx.actor) })
    await renewVerification(tx, ctx, paper.producerId)
    await record(tx, ctx, act, {
      subjectId: paperId,
      payload: { paperId, producerId: paper.producerId, until: paper.validUntil },
      detail: { kind: paper.kind },
    })
    return done(null)
  })
}

/** Back to the seller with why. Where a seller was verified by it, its goods leave the shelf until a right one is verified. */
export async function returnPaper(
  ctx: Ctx,
  { paperId, reason }: { paperId: SellerPaperId; reason: string },
): Promise<Outcome<null, ReturnPaperRefusal>> {
  const act = sellerPaperActs.return
  requireAct(ctx.actor, act)
  return inTransaction(ctx, async (tx) => {
    const paper = await lockKnownPaper(tx, paperId)
    const closed = refuseStatus(act, paper.status)
    if (closed) return closed
    await updatePaper(tx, paperId, { status: act.to, returnReason: reason, at: ctx.now, by: actorId(ctx.actor) })
    if (paper.status === 'verified') {
      const seller = await lockSeller(tx, paper.producerId)
      const { missing } = await renewVerification(tx, ctx, paper.producerId)
      if (seller?.byPapers && missing.length > 0) await updateUnverified(tx, paper.producerId)
    }
    await record(tx, ctx, act, { subjectId: paperId, payload: { paperId, producerId: paper.producerId, reason } })
    return done(null)
  })
}

/**
 * A verified seller stands by its papers of today, until the first of them ends. One whose papers are not all there keeps the day that it had: what
 * was verified once is judged by what was asked then.
 */
export async function renewVerification(
  tx: Tx,
  ctx: Pick<Ctx, 'now'>,
  producerId: ProducerId,
): Promise<{ missing: readonly AskedPaper[]; until: string | null }> {
  const today = dateInVietnam(ctx.now)
  const asked = await papersAskedOf(tx, producerId, { today })
  const term = termOfPapers(asked, await selectPapers(tx, producerId), today)
  if (term.missing.length === 0) await updateVerifiedUntil(tx, producerId, term.until)
  return term
}

async function lockKnownPaper(tx: Tx, paperId: SellerPaperId) {
  const paper = await lockPaper(tx, paperId)
  if (!paper) throw new NotFound('No such paper', { paperId })
  return paper
}
