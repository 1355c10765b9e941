import type { Kysely } from 'kysely'
import type { DB as Tables } from '../database.tables.ts'
import type { Work } from '../work.ts'
import { deleteOldUses } from '@dacsan/platform/rate-limit'

/** Old counts of tries are deleted each hour. */
export function identityWork({ db }: { db: Kysely<Tables> }): Work {
  return {
    jobs: {
      'identity.delete-old-uses': () => deleteOldUses(db, new Date()),
    },
    schedules: [{ at: '7 * * * *', name: 'identity.delete-old-uses' }],
  }
}
