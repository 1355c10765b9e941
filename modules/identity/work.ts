import type { Kysely } from 'kysely'
import type { DB as Tables } from '../database.tables.ts'
import type { Work } from '../work.ts'
import { deleteOldAttempts } from './attempts.store.ts'

/** Old counts of tries are forgotten each hour. */
export function identityWork({ db }: { db: Kysely<Tables> }): Work {
  return {
    jobs: {
      'identity.forget-attempts': () => deleteOldAttempts(db, new Date()),
    },
    schedules: [{ at: '7 * * * *', name: 'identity.forget-attempts' }],
  }
}
