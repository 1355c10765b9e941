import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import { lockOrders } from '../../shop/index.ts'
import type { OrderId } from '../../shop/rules.ts'
import { codPayoutLineActs, tiesOfSeller } from '../acts.ts'
import type { CodPayoutLineStatus } from '../acts.ts'
import type { AnswerPayoutInput } from '../inputs.ts'
import { selectOwnByCode } from '../parcels/parcel.store.ts'
import type { ParcelId } from '../rules/ids.ts'
import { answersFor } from '../rules/judge-payout.ts'
import type { AnswerRefusal } from '../rules/refusals.ts'
import { moneyToOrder } from './money-to-order.ts'
import { hasFirst, insertAnswer, insertSettlements, lockCod, selectLine } from './payout.store.ts'
import type { StoredLine } from './payout.store.ts'

/** What settles itself has no answer to wait for. */
export const statusOfLine = ({ state, answer }: Pick<StoredLine, 'state' | 'answer'>): CodPayoutLineStatus =>
  answer === null && answersFor[state].length > 0 ? 'open' : 'settled'

/** Answers that need a reason: somebody will ask the carrier, or nobody will. */
const needsReason: ReadonlySet<string> = new Set(['claimed', 'set-aside'])

/**
 * The seller says what a line is: `accepted` and `claimed` put the money that came to the order (of a claim the carrier owes the difference), `assigned` names
 * the parcel of a code that nobody knew, `set-aside` is money of no parcel or money told twice.
 */
export async function answerPayoutLine(ctx: Ctx, input: AnswerPayoutInput): Promise<Outcome<null, AnswerRefusal>> {
  return inTransaction(ctx, async (tx): Promise<Outcome<null, AnswerRefusal>> => {
    const seen = await selectLine(tx, input.lineId)
    if (!seen) throw new NotFound('No such line')
    requireAct(ctx.actor, codPayoutLineActs.answer, tiesOfSeller(seen))
    await lockCod(tx, seen.producerId)
    const line = (await selectLine(tx, input.lineId))!
    const refused = refuseStatus(codPayoutLineActs.answer, statusOfLine(line))
    if (refused) return refused
    if (!(answersFor[line.state] as readonly string[]).includes(input.answer)) return refuse('answer-not-offered')
    if (needsReason.has(input.answer) && input.note === '') return refuse('reason-missing')
    const parcel = await parcelFor(tx, line, input)
    if (!parcel.ok) return parcel
    if (parcel.value !== null) {
      const booked = await book(tx, ctx, line, parcel.value)
      if (!booked.ok) return booked
    }
    const assigned = input.answer === 'assigned' ? (parcel.value?.parcelId ?? null) : null
    const by = { at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) }
    await insertAnswer(tx, { lineId: line.id, answer: input.answer, parcelId: assigned, note: input.note, ...by })
    const detail = { answer: input.answer, codVnd: line.codVnd, note: input.note }
    await record(tx, ctx, codPayoutLineActs.answer, { subjectId: line.id, detail })
    return done(null)
  })
}

type Target = { parcelId: ParcelId; orderId: OrderId }

/** Whose money it is; null: nobody's, it is set aside. */
async function parcelFor(tx: Tx, line: StoredLine, input: AnswerPayoutInput): Promise<Outcome<Target | null, AnswerRefusal>> {
  if (input.answer === 'set-aside') return done(null)
  if (input.answer !== 'assigned') return done({ parcelId: line.parcelId!, orderId: line.orderId! })
  const code = input.parcelCode.replaceAll(/\s/g, '').toUpperCase()
  const parcel = code === '' ? undefined : await selectOwnByCode(tx, line.producerId, code)
  return parcel ? done({ parcelId: parcel.id, orderId: parcel.orderId }) : refuse('parcel-missing')
}

async function book(tx: Tx, ctx: Ctx, line: StoredLine, { parcelId, orderId }: Target): Promise<Outcome<null, AnswerRefusal>> {
  if (line.codVnd === 0) return done(null)
  await lockOrders(tx, [orderId])
  const booked = await moneyToOrder(tx, ctx, { lineId: line.id, orderId, amountVnd: line.codVnd, parcelCode: line.parcelCode })
  if (!booked.ok) return booked
  const isFirst = !(await hasFirst(tx, parcelId))
  await insertSettlements(tx, [{ lineId: line.id, parcelId, orderId, amountVnd: line.codVnd, isFirst }], ctx.now)
  return done(null)
}
