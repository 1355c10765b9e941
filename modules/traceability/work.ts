import type { Log } from '@dacsan/platform/log'
import type { Kysely } from 'kysely'
import type { DB as Tables } from '../database.tables.ts'
import type { Work } from '../work.ts'
import { assignAllPlaces } from './owners-of-places.ts'

/** Each hour, places of producers whose account is another than it was. */
export function traceabilityWork({ db, log, config: { origin } }: { db: Kysely<Tables>; log: Log; config: { origin: string } }): Work {
  return {
    schedules: [{ at: '37 * * * *', name: 'traceability.assign-places' }],
    jobs: {
      'traceability.assign-places': async () => {
        const assigned = await assignAllPlaces({ db, now: new Date(), origin })
        if (assigned > 0) log.info({ assigned }, 'places were given to the organisations whose they are')
      },
    },
  }
}
