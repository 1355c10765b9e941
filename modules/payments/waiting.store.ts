import { sql } from 'kysely'
import type { OrganisationId } from '../identity/rules.ts'
import { pileOf } from '../waiting.store.ts'

/** Money that came to the account of a seller and waits for its answer. */
export const selectWaitingLines = pileOf<{ organisationIds: readonly OrganisationId[] }>((db, { organisationIds }) =>
  db
    .selectFrom('bank_line')
    .innerJoin('producer_card as producer', 'producer.id', 'bank_line.producer_id')
    .leftJoin('bank_line_answer as given', 'given.line_id', 'bank_line.id')
    .where('producer.organisation_id', 'in', organisationIds)
    .where('bank_line.direction', '=', 'in')
    .where('given.line_id', 'is', null)
    .select(['bank_line.id', 'bank_line.order_code as about', 'bank_line.came_at as since', sql<null>`null::timestamptz`.as('until')]),
)
