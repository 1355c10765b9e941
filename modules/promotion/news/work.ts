import type { FileStore } from '@dacsan/platform/files'
import { newId } from '@dacsan/platform/ids'
import type { Log } from '@dacsan/platform/log'
import type { Kysely } from 'kysely'
import type { Ctx } from '../../context.ts'
import type { DB as Tables } from '../../database.tables.ts'
import { system } from '../../identity/index.ts'
import type { Work } from '../../work.ts'
import { publishDueNews } from './release-news.ts'

type Installation = { db: Kysely<Tables>; files: FileStore; log: Log; config: { origin: string } }

/** What was released goes out at its minute. */
export function newsWork({ db, files, log, config: { origin } }: Installation): Work {
  const context = (): Ctx => ({ db, files, actor: system('news'), now: new Date(), newId, origin })
  return {
    jobs: {
      'news.publish-due': async () => {
        const published = await publishDueNews(context())
        if (published > 0) log.info({ published }, 'news went out at its time')
      },
    },
    schedules: [{ at: '* * * * *', name: 'news.publish-due' }],
  }
}
