import { NotFound } from '@dacsan/decisions'
import { findProduct, producerOfActor } from '@dacsan/modules/catalogue'
import { requireRole } from '@dacsan/modules/identity'

/** A product of the signed-in producer; any other is not there to be worked on. */
export async function ownProduct(ctx: App.Locals['ctx'], id: string) {
  requireRole(ctx.actor, 'producer')
  const [product, producer] = await Promise.all([findProduct(ctx, id), producerOfActor(ctx)])
  if (product.producer.id !== producer?.id) throw new NotFound('No such product', { id })
  return product
}
