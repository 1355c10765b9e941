import { Forbidden } from '@dacsan/decisions'
import { producerOfActor } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import { requireRole } from '../identity/index.ts'

/** The producer whose goods the signed-in person reads; `Forbidden('no-producer')` while it is not on file. */
export async function ownProducer(ctx: Pick<Ctx, 'db' | 'actor'>) {
  requireRole(ctx.actor, 'producer')
  const producer = await producerOfActor(ctx)
  if (!producer) throw new Forbidden('no-producer')
  return producer
}
