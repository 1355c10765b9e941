import { Forbidden } from '@dacsan/decisions'
import { producerOfActor } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import { requireRole } from '../identity/index.ts'

/** Who judges what was posted, as they read listings. */
export const judges = ['trade-department', 'provincial-officer'] as const

/** The producer whom somebody works for. */
export async function ownProducer(ctx: Pick<Ctx, 'db' | 'actor'>) {
  requireRole(ctx.actor, 'producer')
  const producer = await producerOfActor(ctx)
  if (!producer) throw new Forbidden('no-producer')
  return producer
}
