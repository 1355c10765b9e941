import { Forbidden } from '@dacsan/decisions'
import { producerOfActor } from '../catalogue/index.ts'
import type { ProducerId } from '../catalogue/rules.ts'
import type { Ctx } from '../context.ts'
import { requireRole } from '../identity/index.ts'
import type { OrganisationId } from '../identity/rules.ts'

/** The seller that the signed-in person works for. */
export async function ownSeller(
  ctx: Pick<Ctx, 'db' | 'actor'>,
): Promise<{ producerId: ProducerId; organisationId: OrganisationId | null }> {
  requireRole(ctx.actor, 'producer')
  const producer = await producerOfActor(ctx)
  if (!producer) throw new Forbidden('no-producer')
  return { producerId: producer.id, organisationId: producer.organisationId }
}
