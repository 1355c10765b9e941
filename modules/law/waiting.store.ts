import { sql } from 'kysely'
import type { UserId } from '../identity/rules.ts'
import { pileOf } from '../waiting.store.ts'

/** What others proposed, by topic. */
export const selectProposalPile = pileOf<{ userId: UserId }>((db, { userId }) =>
  db
    .selectFrom('legal_proposal')
    .where('status', '=', 'proposed')
    .where('proposed_by', '!=', userId)
    .select(['topic as id', 'proposed_by_name as about', 'proposed_at as since', sql<null>`null::date`.as('until')]),
)
