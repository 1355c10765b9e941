import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { producerOfActor } from '../../catalogue/index.ts'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import type { SaveDeliveryInput } from '../inputs.ts'
import { ownProducer } from '../policy.ts'
import { decideTable, sellerActs } from '../rules.ts'
import type { ProducerMissing, SaveDeliveryRefusal } from '../rules.ts'
import { deleteDeliveryTable, replaceDeliveryTable, selectDelivery, selectPickupChoices } from './delivery.store.ts'

/** The table of whoever sells, and the places at which goods of it may be taken. */
export async function ownDelivery(ctx: Pick<Ctx, 'db' | 'actor'>) {
  const producer = await ownProducer(ctx)
  const [[delivery], places] = await Promise.all([selectDelivery(ctx.db, [producer.id]), selectPickupChoices(ctx.db, producer.id)])
  return { table: delivery!.table, places }
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
