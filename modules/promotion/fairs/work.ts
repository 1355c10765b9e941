import type { FileStore } from '@dacsan/platform/files'
import { newId } from '@dacsan/platform/ids'
import type { Log } from '@dacsan/platform/log'
import type { Kysely } from 'kysely'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { system } from '../../identity/index.ts'
import type { Work } from '../../work.ts'
import { watchFairs } from './take-turns.ts'

type Installation = { db: Kysely<Tables>; files: FileStore; log: Log; config: { origin: string } }

/** Calls end at their hour, stands that nobody confirmed go to the next who waits. */
export function fairsWork({ db, files, log, config: { origin } }: Installation): Work {
  const context = (): Ctx => ({ db, files, actor: system('fairs'), now: new Date(), newId, origin })
  return {
    jobs: {
      'fairs.watch-clock': async () => {
        const { closed, lapsed } = await watchFairs(context())
        if (closed + lapsed > 0) log.info({ closed, lapsed }, 'terms of fairs were over')
      },
    },
    schedules: [{ at: '*/5 * * * *', name: 'fairs.watch-clock' }],
  }
}
