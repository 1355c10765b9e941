import { Forbidden } from '@dacsan/decisions'
import { producerOfActor } from '../catalogue/index.ts'
import type { Producer } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import { hasRole, requireRole } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'
import { grantsOf } from '../identity/rules.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { tiesOfLot } from './rules.ts'

// Who may read. Who may do something stands in acts.ts.

type OwnedLot = { producer: { organisationId: OrganisationId | null } }

/** Whoever works for the maker of the lot: labels are drawn for them alone. */
export function isMaker(actor: Actor, lot: OwnedLot): boolean {
  return grantsOf(actor, tiesOfLot(lot)).some(({ party, tie }) => party === 'producer' && tie === 'owner')
}

/** Those who look into doubts. */
export const lotOverseers = ['provincial-officer', 'science-department'] as const

/** The maker, and those who look into doubts. */
export function mayRead(actor: Actor, lot: OwnedLot): boolean {
  return actor.kind === 'system' || isMaker(actor, lot) || hasRole(actor, ...lotOverseers)
}

export function requireDoubtReader(actor: Actor) {
  return requireRole(actor, ...lotOverseers)
}

/** The office that keeps watch over what goods are made of. */
export function requireYieldReader(actor: Actor) {
  return requireRole(actor, 'provincial-officer')
}

/** The producer that the signed-in person works for; `Forbidden('no-producer')` while it is not on file. */
export async function ownProducer(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<Producer> {
  requireRole(ctx.actor, 'producer')
  const producer = await producerOfActor(ctx)
  if (!producer) throw new Forbidden('no-producer')
  return producer
}
