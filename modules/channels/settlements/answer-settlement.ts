import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import { channelSettlementActs, tiesOfSeller } from '../acts.ts'
import type { ChannelSettlementStatus } from '../acts.ts'
import type { AnswerSettlementInput } from '../inputs.ts'
import { answersForSettlement, settlementState } from '../rules/judge-settlement.ts'
import type { AnswerSettlementRefusal } from '../rules/refusals.ts'
import { lockChannels } from '../shops/shop.store.ts'
import { insertAnswer, selectSettlements } from './settlement.store.ts'
import type { StoredSettlement } from './settlement.store.ts'

/** What fits has no answer to wait for. */
export const statusOfSettlement = (row: StoredSettlement): ChannelSettlementStatus =>
  row.answer === null && answersForSettlement[settlementState(row)].length > 0 ? 'open' : 'settled'

/** Answers that need a reason: somebody will ask the marketplace, or nobody will. */
const needsReason: ReadonlySet<string> = new Set(['claimed', 'set-aside'])

/** The seller says what a row is that does not fit its order. The row itself stays as the marketplace wrote it. */
export async function answerSettlement(
  ctx: Ctx,
  { settlementId, answer, note }: AnswerSettlementInput,
): Promise<Outcome<null, AnswerSettlementRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, AnswerSettlementRefusal>> => {
    const [seen] = await selectSettlements(tx, { id: settlementId })
    if (!seen) throw new NotFound('No such row')
    requireAct(ctx.actor, channelSettlementActs.answer, tiesOfSeller(seen))
    await lockChannels(tx, seen.producerId)
    const row = (await selectSettlements(tx, { id: settlementId }))[0]!
    const refused = refuseStatus(channelSettlementActs.answer, statusOfSettlement(row))
    if (refused) return refused
    if (!answersForSettlement[settlementState(row)].includes(answer)) return refuse('answer-not-offered')
    if (needsReason.has(answer) && note === '') return refuse('reason-missing')
    await insertAnswer(tx, { settlementId, answer, note, at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) })
    await record(tx, ctx, channelSettlementActs.answer, { subjectId: settlementId, detail: { answer, note, netVnd: row.netVnd } })
    return done(null)
  })
}
