import { inTransaction } from '@dacsan/platform/context'
import type { Log } from '@dacsan/platform/log'
import type { Kysely } from 'kysely'
import type { DB as Tables } from '../database.tables.ts'
import type { Work } from '../work.ts'
import { deleteUnusedPhotoSizes } from './photo.store.ts'

/** Each night the drawings of photos that were taken away are forgotten. */
export function catalogueWork({ db, log }: { db: Kysely<Tables>; log: Log }): Work {
  return {
    jobs: {
      'catalogue.forget-photo-sizes': async () => {
        const deleted = await inTransaction({ db }, deleteUnusedPhotoSizes)
        if (deleted > 0) log.info({ deleted }, 'drawings of photos that were taken away were forgotten')
      },
    },
    schedules: [{ at: '11 17 * * *', name: 'catalogue.forget-photo-sizes' }],
  }
}
