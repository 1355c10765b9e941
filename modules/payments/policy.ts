import { Forbidden } from '@dacsan/decisions'
import { producerOfActor } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import { findOrganisationByCode, requireRole } from '../identity/index.ts'
import { selectSellerBySlug, selectSellerOfOrganisation } from './seller.store.ts'
import type { Seller } from './seller.store.ts'

/** The seller that the signed-in person works for. */
export async function ownSeller(ctx: Pick<Ctx, 'db' | 'actor'>): Promise<Seller> {
  requireRole(ctx.actor, 'producer')
  const producer = await producerOfActor(ctx)
  if (!producer) throw new Forbidden('no-producer')
  return { producerId: producer.id, organisationId: producer.organisationId, name: producer.name }
}

/** For the command line: by the code of its organisation, or by the last part of the address of its page. */
export async function sellerByCode(ctx: Pick<Ctx, 'db' | 'actor'>, code: string): Promise<Seller | undefined> {
  const organisation = await findOrganisationByCode(ctx, code)
  const found = organisation && (await selectSellerOfOrganisation(ctx.db, organisation.id))
  return found ?? (await selectSellerBySlug(ctx.db, code.trim().toLowerCase()))
}
