import type { OrganisationId } from '../identity/rules.ts'
import { pileOf } from '../waiting.store.ts'

type Own = { organisationIds: readonly OrganisationId[] }

/** Cases that a seller has not answered. */
export const selectToAnswer = pileOf<Own>((db, { organisationIds }) =>
  db
    .selectFrom('order_return')
    .innerJoin('producer_card as producer', 'producer.id', 'order_return.producer_id')
    .where('producer.organisation_id', 'in', organisationIds)
    .where('order_return.status', '=', 'open')
    .select(['order_return.id', 'order_return.code as about', 'order_return.asked_at as since', 'order_return.answer_by as until']),
)

/** What a seller agreed to and did not do yet. */
export const selectToFinish = pileOf<Own>((db, { organisationIds }) =>
  db
    .selectFrom('order_return')
    .innerJoin('producer_card as producer', 'producer.id', 'order_return.producer_id')
    .where('producer.organisation_id', 'in', organisationIds)
    .where('order_return.status', '=', 'accepted')
    .select(['order_return.id', 'order_return.code as about', 'order_return.answered_at as since', 'order_return.resolve_by as until']),
)

/** Cases that were brought to the office. */
export const selectDisputes = pileOf((db) =>
  db
    .selectFrom('order_return')
    .where('status', 'in', ['disputed', 'accepted'])
    .where('office_at', 'is not', null)
    .select(['id', 'code as about', 'office_at as since', 'resolve_by as until']),
)
