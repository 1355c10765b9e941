import { Forbidden } from '@dacsan/decisions'
import { producerOfActor } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import { requireRole } from '../identity/index.ts'

/** The producer whom somebody works for. */
export async function ownProducer(ctx: Pick<Ctx, 'db' | 'actor'>) {
  requireRole(ctx.actor, 'producer')
  const producer = await producerOfActor(ctx)
  if (!producer) throw new Forbidden('no-producer')
  return producer
}
