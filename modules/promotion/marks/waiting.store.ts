import { pileOf } from '../../waiting.store.ts'

/** Reported misuses that nobody answered. */
export const selectOpenMisuses = pileOf((db) =>
  db
    .selectFrom('mark_misuse as misuse')
    .where('misuse.status', '<>', 'closed')
    .select(['misuse.id', 'misuse.case_code as about', 'misuse.reported_at as since', 'misuse.due_on as until']),
)
