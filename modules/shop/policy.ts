import { Forbidden } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { hasRole, requireRole } from '../identity/rules.ts'
import type { Actor } from '../identity/rules.ts'
import { selectProducerOfOrganisations } from './sellers/seller.store.ts'

/** The organisations that a person sells for. */
export function sellingFor(actor: Actor): string[] {
  if (actor.kind !== 'person') return []
  return actor.memberships.filter(({ role }) => role === 'producer').map(({ organisationId }) => organisationId)
}

export function maySellFor(actor: Actor, organisationId: string | null): boolean {
  return organisationId !== null && sellingFor(actor).includes(organisationId)
}

/** Who verifies sellers and may take a listing down. */
export const sellerOverseers = ['provincial-officer', 'trade-department'] as const

export function mayOversee(actor: Actor): boolean {
  return hasRole(actor, ...sellerOverseers)
}

/** The producer that the signed-in person sells for; `Forbidden('no-producer')` while it is not on file. */
export async function ownProducer(ctx: Pick<Ctx, 'db' | 'actor'>) {
  requireRole(ctx.actor, 'producer')
  const producer = await selectProducerOfOrganisations(ctx.db, sellingFor(ctx.actor))
  if (!producer) throw new Forbidden('no-producer')
  return producer
}
