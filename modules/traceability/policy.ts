import { Forbidden } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { producerOfActor } from '../catalogue/index.ts'
import type { Producer } from '../catalogue/index.ts'
import { hasRole, requireRole } from '../identity/index.ts'
import type { Actor } from '../identity/index.ts'

type OwnedLot = { producer: { organisationId: string | null } }

/** Whoever works for the maker of the lot. */
export function mayTend(actor: Actor, { producer: { organisationId } }: OwnedLot): boolean {
  return (
    organisationId !== null &&
    actor.kind === 'person' &&
    actor.memberships.some((membership) => membership.role === 'producer' && membership.organisationId === organisationId)
  )
}

/** The maker, and those who look into doubts. */
export function mayRead(actor: Actor, lot: OwnedLot): boolean {
  return actor.kind === 'system' || mayTend(actor, lot) || hasRole(actor, 'provincial-officer', 'science-department')
}

export function mayRecall(actor: Actor, lot: OwnedLot): boolean {
  return mayTend(actor, lot) || hasRole(actor, 'provincial-officer')
}

export function requireDoubtDesk(actor: Actor) {
  return requireRole(actor, 'provincial-officer', 'science-department')
}

/** The producer that the signed-in person works for; `Forbidden('no-producer')` while it is not on file. */
export async function ownProducer(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<Producer> {
  requireRole(ctx.actor, 'producer')
  const producer = await producerOfActor(ctx)
  if (!producer) throw new Forbidden('no-producer')
  return producer
}
