import { sql } from 'kysely'
import { pileOf } from '../waiting.store.ts'
import type { UserId } from './ids.ts'

/** Second factors that somebody else asked to take away, not from this administrator's own account, and not too long ago. */
export const selectRemovalPile = pileOf<{ userId: UserId; askedFrom: Date }>((db, { userId, askedFrom }) =>
  db
    .selectFrom('factor_removal')
    .innerJoin('auth_user', 'auth_user.id', 'factor_removal.user_id')
    .where('factor_removal.asked_by_id', '!=', userId)
    .where('factor_removal.user_id', '!=', userId)
    .where('factor_removal.asked_at', '>=', askedFrom)
    .select(['auth_user.id', 'auth_user.name as about', 'factor_removal.asked_at as since', sql<null>`null::date`.as('until')]),
)
