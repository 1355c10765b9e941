import { Forbidden } from '@dacsan/decisions'
import { producerOfActor } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import { grantsOf, requireRole } from '../identity/rules.ts'
import type { Actor, OrganisationId } from '../identity/rules.ts'
import { tiesOfGoods } from './rules.ts'

/** Who reads the list of sellers: those who verify them. */
export const sellerOverseers = ['provincial-officer', 'trade-department'] as const

/** An order is read by its seller here, and by whoever holds its link (`findOrderByLink`). */
export function mayReadOrder(actor: Actor, order: { organisationId: OrganisationId | null }): boolean {
  return grantsOf(actor, tiesOfGoods(order)).some(({ party, tie }) => party === 'producer' && tie === 'owner')
}

/** The producer that the signed-in person sells for; `Forbidden('no-producer')` while it is not on file. */
export async function ownProducer(ctx: Pick<Ctx, 'db' | 'actor'>) {
  requireRole(ctx.actor, 'producer')
  const producer = await producerOfActor(ctx)
  if (!producer) throw new Forbidden('no-producer')
  const { id, name, slug, organisationId } = producer
  return { id, name, slug, organisationId }
}
