import type { ProducerId } from '../catalogue/rules.ts'
import type { ReadDb } from '../context.ts'
import type { OrganisationId } from '../identity/rules.ts'

/** Whose account it is. */
export type Seller = { producerId: ProducerId; organisationId: OrganisationId | null; name: string }

const sellers = (db: ReadDb) => db.selectFrom('producer_card').select(['id as producerId', 'organisation_id as organisationId', 'name'])

export const selectSellerById = (db: ReadDb, producerId: ProducerId): Promise<Seller> =>
  sellers(db).where('id', '=', producerId).executeTakeFirstOrThrow()

export const selectSellerBySlug = (db: ReadDb, slug: string): Promise<Seller | undefined> =>
  sellers(db).where('slug', '=', slug).executeTakeFirst()

export const selectSellerOfOrganisation = (db: ReadDb, organisationId: OrganisationId): Promise<Seller | undefined> =>
  sellers(db).where('organisation_id', '=', organisationId).executeTakeFirst()
