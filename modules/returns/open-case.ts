import { NotFound, done, refuseStatus } from '@dacsan/decisions'
import type { NamedAct, Outcome } from '@dacsan/decisions'
import type { Ctx, ReadDb, Tx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { actorId, actorName } from '../identity/rules.ts'
import { lockDeliveredOrder, openOrderLink } from '../shop/index.ts'
import type { DeliveredOrder } from '../shop/index.ts'
import { returnActs, tiesOfReturn } from './acts.ts'
import type { ReturnAct, ReturnMoved, Side } from './acts.ts'
import { lockReturn, selectReturn } from './case.store.ts'
import type { StoredReturn } from './case.store.ts'
import type { ReturnId } from './rules/ids.ts'
import type { ReturnClosed } from './rules/refusals.ts'
import { insertStep } from './step.store.ts'
import { sideNames } from './words/names.ts'

/** The secret link of an order, as its buyer has it. */
export type Link = { code: string; secret: string }
type OpenAct = Exclude<ReturnAct, 'ask'>
export type Begun = { one: StoredReturn; order: DeliveredOrder; side: Side }

const sideOf: Readonly<Record<string, Side>> = { anyone: 'buyer', producer: 'seller', 'trade-department': 'office', system: 'clock' }

/** What the office does, with what was brought to it. */
const ofOffice: readonly ReturnAct[] = ['mediate', 'decide-for', 'decide-against']

/** Whether a link opens the order of a case. */
export async function opensCase(db: ReadDb, one: Pick<StoredReturn, 'orderId'>, link: Link | undefined): Promise<boolean> {
  if (!link) return false
  const opened = await openOrderLink({ db }, link)
  return opened.link && opened.orderId === one.orderId
}

/**
 * The case with its order, both held, for somebody who may do this to it in its state; to anybody else it is not there. Whoever comes by a link comes as the
 * buyer, whatever else they are. The office has before it what was brought to it, and nothing else.
 */
export async function beginAct(tx: Tx, ctx: Ctx, act: OpenAct, id: ReturnId, link?: Link): Promise<Outcome<Begun, ReturnClosed>> {
  const known = await selectReturn(tx, id)
  if (!known) throw new NotFound('No such return')
  const order = await lockDeliveredOrder(tx, known.orderId)
  const one = (await lockReturn(tx, id))!
  const ties = link ? { organisationId: null, link: await opensCase(tx, one, link) } : one
  const grant = requireAct(ctx.actor, returnActs[act], tiesOfReturn(ties))
  const side = sideOf[grant.party]!
  if (ofOffice.includes(act) && one.officeAt === null) throw new NotFound('No such return')
  return (
    (refuseStatus(returnActs[act], one.status) as ReturnType<typeof refuseStatus<typeof returnActs.say, typeof one.status>>) ??
    done({ one, order, side })
  )
}

export const movedOf = ({ id, code, orderId, producerId }: StoredReturn, side: Side): ReturnMoved => ({
  returnId: id,
  code,
  orderId,
  producerId,
  side,
})

/** A line of the case, the event and the line of the audit trail: what was said stands in the case alone. */
export async function recordStep(
  tx: Tx,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  act: ReturnAct,
  { one, side }: Pick<Begun, 'one' | 'side'>,
  { words = '', requestKey }: { words?: string; requestKey?: string } = {},
): Promise<void> {
  const byName = side === 'buyer' || side === 'clock' ? sideNames[side] : actorName(ctx.actor)
  await insertStep(tx, { returnId: one.id, step: act, side, words, at: ctx.now, byId: actorId(ctx.actor), byName, requestKey })
  const row = returnActs[act] as NamedAct & typeof returnActs.say
  await record(tx, ctx, row, { subjectId: one.id, payload: movedOf(one, side) })
}
