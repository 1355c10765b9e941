import { sql } from 'kysely'
import type { OrganisationId } from '../identity/rules.ts'
import { pileOf } from '../waiting.store.ts'

/** Lines of files of carriers that wait for the answer of a seller. */
export const selectWaitingLines = pileOf<{ organisationIds: readonly OrganisationId[] }>((db, { organisationIds }) =>
  db
    .selectFrom('cod_payout_line as line')
    .innerJoin('cod_payout', 'cod_payout.id', 'line.payout_id')
    .innerJoin('producer_card as producer', 'producer.id', 'line.producer_id')
    .leftJoin('cod_payout_answer as given', 'given.line_id', 'line.id')
    .where('producer.organisation_id', 'in', organisationIds)
    .where('line.state', 'in', ['less', 'more', 'unknown', 'twice'])
    .where('given.line_id', 'is', null)
    .select(['line.id', 'line.parcel_code as about', 'cod_payout.taken_at as since', sql<null>`null::timestamptz`.as('until')]),
)

/** Parcels of which nobody knows whether the carrier has them, and nobody can ask. */
export const selectUnclearParcels = pileOf<{ organisationIds: readonly OrganisationId[] }>((db, { organisationIds }) =>
  db
    .selectFrom('parcel')
    .innerJoin('producer_card as producer', 'producer.id', 'parcel.producer_id')
    .where('producer.organisation_id', 'in', organisationIds)
    .where('parcel.state', '=', 'planned')
    .where('parcel.carrier', '=', 'viettelpost')
    .where('parcel.attempts', '>', 0)
    .select(['parcel.id', 'parcel.order_code as about', 'parcel.created_at as since', sql<null>`null::timestamptz`.as('until')]),
)
