import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, ReadDb } from '../context.ts'
import { actorId, actorName } from '../identity/rules.ts'
import { sendReplacement, takeReturned } from '../inventory/index.ts'
import { insertReplaced } from '../shop/index.ts'
import type { GoodsKind } from './acts.ts'
import { selectReturnLines } from './case.store.ts'
import { insertGoods, selectFreeGoods, selectGoods, selectGoodsByKey } from './goods.store.ts'
import type { ReceiveInput, SendInput } from './inputs.ts'
import { beginAct, recordStep } from './open-case.ts'
import type { Begun } from './open-case.ts'
import type { GoodsRefusal, ReturnClosed } from './rules/refusals.ts'
import { refuseReceipt, refuseSending } from './rules/settling.ts'
import { settleIfRight } from './settle.ts'
import { goodsSaid, ledgerNote } from './words/names.ts'

/** Goods came back: to the place where they were sold from, or only to be destroyed. The ledger, its event and the case in one transaction. */
export async function receiveGoods(ctx: Ctx, input: ReceiveInput): Promise<Outcome<null, ReturnClosed | GoodsRefusal>> {
  const { returnId, goods, quantity, fate, note } = input
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAct(tx, ctx, 'receive', returnId)
    if (!begun.ok) return begun
    const before = await sameBefore(tx, { ...input, kind: fate })
    if (before) return before
    // While cash is due all goods of an order may come back at the door, and once they did none is out: no jar comes back twice.
    if (begun.value.order.isCashDue || begun.value.order.handedOverAt === null) return refuse('order-open')
    // What is destroyed says why.
    if (fate === 'destroyed' && note === '') return refuse('note-missing')
    const facts = await factsOf(tx, begun.value)
    const lots = begun.value.order.lines.find(({ id }) => id === goods.orderLineId)?.lots ?? []
    const refused = refuseReceipt({ ...goods, quantity }, { ...facts, lots })
    if (refused) return refused
    const { orderLineId: _, ...position } = goods
    const id = ctx.newId('rtg')
    const said = note || ledgerNote(begun.value.one.code)
    const taken = await takeReturned(tx, ctx, { ...position, quantity, note: said, ref: id, destroy: fate === 'destroyed' })
    if (!taken.ok)
      return taken.refusal.code === 'more-than-sold' ? refuse('more-than-sold', { out: taken.refusal.out }) : refuse('note-missing')
    await write(ctx, { ...input, kind: fate, id }, (line) => insertGoods(tx, line))
    await recordStep(tx, ctx, 'receive', begun.value, { words: goodsSaid(fate, quantity, note) })
    await settleIfRight(tx, ctx, returnId)
    return done(null)
  })
}

/** Goods go out for those that came back, or that never came: sold from the shelf, and found by a recall like the first ones. */
export async function sendGoods(ctx: Ctx, input: SendInput): Promise<Outcome<null, ReturnClosed | GoodsRefusal>> {
  const { returnId, goods, quantity, note } = input
  return inTransaction(ctx, async (tx) => {
    const begun = await beginAct(tx, ctx, 'send', returnId)
    if (!begun.ok) return begun
    const before = await sameBefore(tx, { ...input, kind: 'sent' })
    if (before) return before
    const refused = refuseSending({ ...goods, quantity }, await factsOf(tx, begun.value))
    if (refused) return refused
    const { orderLineId, ...position } = goods
    // Others for these: the same pack, from a shelf of the same seller.
    const line = begun.value.order.lines.find(({ id }) => id === orderLineId)
    const shelf = line ? await selectFreeGoods(tx, begun.value.one.producerId, [line.packId]) : []
    const isThere = ({ lotId, packId, placeId }: typeof position) =>
      lotId === position.lotId && packId === position.packId && placeId === position.placeId
    if (!shelf.some(isThere)) return refuse('lot-of-other-order')
    const id = ctx.newId('rtg')
    const sent = await sendReplacement(tx, ctx, { ...position, quantity, note: note || ledgerNote(begun.value.one.code), ref: id })
    if (!sent.ok) return sent
    await insertReplaced(tx, { ...goods, quantity, at: ctx.now })
    await write(ctx, { ...input, kind: 'sent', id }, (line) => insertGoods(tx, line))
    await recordStep(tx, ctx, 'send', begun.value, { words: goodsSaid('sent', quantity, note) })
    await settleIfRight(tx, ctx, returnId)
    return done(null)
  })
}

async function factsOf(db: ReadDb, { one }: Begun) {
  const [wanted, moved] = await Promise.all([selectReturnLines(db, one.id), selectGoods(db, one.id)])
  return { agreement: one.agreement!, wanted, moved }
}

type Sent = SendInput & { kind: GoodsKind }

/** The same form sent twice is one line. */
async function sameBefore(db: ReadDb, { returnId, goods, quantity, kind, requestKey }: Sent): Promise<Outcome<null, GoodsRefusal> | null> {
  const known = await selectGoodsByKey(db, requestKey)
  if (!known) return null
  const isSame =
    known.returnId === returnId &&
    known.orderLineId === goods.orderLineId &&
    known.lotId === goods.lotId &&
    known.kind === kind &&
    known.quantity === quantity
  return isSame ? done(null) : refuse('request-key-reused')
}

const write = (
  ctx: Ctx,
  { goods, id, ...line }: Sent & { id: `rtg_${string}` },
  insert: (line: Parameters<typeof insertGoods>[1]) => Promise<void>,
) => insert({ ...line, ...goods, id, at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) })
