import { sql } from 'kysely'
import type { OrganisationId } from '../../identity/rules.ts'
import { pileOf } from '../../waiting.store.ts'

type Own = { organisationIds: readonly OrganisationId[] }

export const selectToAnswer = pileOf((db) =>
  db
    .selectFrom('buyer_enquiry')
    .where('status', '=', 'open')
    .select([
      'id',
      'buyer_name as about',
      'asked_at as since',
      sql`(answer_by + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`.as('until'),
    ]),
)

/** Buyers who were named to a producer and got no offer yet. */
export const selectToOffer = pileOf<Own>((db, { organisationIds }) =>
  db
    .selectFrom('buyer_relation as relation')
    .innerJoin('buyer_enquiry as enquiry', 'enquiry.id', 'relation.enquiry_id')
    .innerJoin('producer_card as producer', 'producer.id', 'relation.producer_id')
    .where('producer.organisation_id', 'in', organisationIds)
    .where('relation.stage', '=', 'introduced')
    .where((eb) => eb.not(eb.exists(eb.selectFrom('buyer_offer').select('id').whereRef('relation_id', '=', 'relation.id'))))
    .select(['relation.id', 'enquiry.buyer_name as about', 'relation.created_at as since', sql`null::timestamptz`.as('until')]),
)
