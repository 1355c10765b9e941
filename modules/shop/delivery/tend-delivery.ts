import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { producerOfActor } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import type { SaveCashInput, SaveDeliveryInput } from '../inputs.ts'
import { ownProducer } from '../policy.ts'
import { decideCashTable, decideTable, sellerActs } from '../rules.ts'
import type { ProducerMissing, SaveCashRefusal, SaveDeliveryRefusal } from '../rules.ts'
import {
  deleteCashTable,
  deleteDeliveryTable,
  replaceDeliveryTable,
  saveCashTable,
  selectDelivery,
  selectPickupChoices,
} from './delivery.store.ts'

/** The table of whoever sells, and the places at which goods of it may be taken. */
export async function ownDelivery(ctx: Pick<Ctx, 'db' | 'actor'>) {
  const producer = await ownProducer(ctx)
  const [[delivery], places] = await Promise.all([selectDelivery(ctx.db, [producer.id]), selectPickupChoices(ctx.db, producer.id)])
  return { table: delivery!.table, cash: delivery!.cash, places }
}

/** What the seller asks for bringing goods: for orders from now on, those already placed keep what they were promised. */
export async function saveDelivery(ctx: Ctx, input: SaveDeliveryInput): Promise<Outcome<null, SaveDeliveryRefusal>> {
  requireAct(ctx.actor, sellerActs['save-delivery'])
  const producer = await producerOfActor(ctx)
  if (!producer) return refuse('producer-missing')
  return inTransaction(ctx, async (tx) => {
    const places = await selectPickupChoices(tx, producer.id)
    const decision = decideTable(input, { places: places.map(({ placeId }) => placeId) })
    if (!decision.ok) return decision
    await replaceDeliveryTable(tx, producer.id, decision.event, ctx.now)
    await record(tx, ctx, sellerActs['save-delivery'], { subjectId: producer.id, detail: decision.event })
    return done(null)
  })
}

/** Where the seller takes cash when its goods arrive, for orders from now on. */
export async function saveCash(ctx: Ctx, input: SaveCashInput): Promise<Outcome<null, SaveCashRefusal>> {
  requireAct(ctx.actor, sellerActs['save-cash'])
  const producer = await producerOfActor(ctx)
  if (!producer) return refuse('producer-missing')
  return inTransaction(ctx, async (tx) => {
    const [delivery] = await selectDelivery(tx, [producer.id])
    const decision = decideCashTable(input, delivery!.table)
    if (!decision.ok) return decision
    await saveCashTable(tx, producer.id, decision.event, ctx.now)
    await record(tx, ctx, sellerActs['save-cash'], { subjectId: producer.id, detail: decision.event })
    return done(null)
  })
}

/** Orders are paid before their goods leave again; those already placed keep their way. */
export async function dropCash(ctx: Ctx): Promise<Outcome<null, ProducerMissing>> {
  requireAct(ctx.actor, sellerActs['drop-cash'])
  const producer = await producerOfActor(ctx)
  if (!producer) return refuse('producer-missing')
  return inTransaction(ctx, async (tx) => {
    await deleteCashTable(tx, producer.id)
    await record(tx, ctx, sellerActs['drop-cash'], { subjectId: producer.id })
    return done(null)
  })
}

/** The seller has no table any more: what bringing costs is agreed on the telephone again, outside of the order. */
export async function dropDelivery(ctx: Ctx): Promise<Outcome<null, ProducerMissing>> {
  requireAct(ctx.actor, sellerActs['drop-delivery'])
  const producer = await producerOfActor(ctx)
  if (!producer) return refuse('producer-missing')
  return inTransaction(ctx, async (tx) => {
    await deleteDeliveryTable(tx, producer.id)
    await record(tx, ctx, sellerActs['drop-delivery'], { subjectId: producer.id })
    return done(null)
  })
}
