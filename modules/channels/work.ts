import { inTransaction } from '@dacsan/platform/context'
import type { FileStore } from '@dacsan/platform/files'
import { newId } from '@dacsan/platform/ids'
import type { Log } from '@dacsan/platform/log'
import type { Kysely } from 'kysely'
import type { Ctx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import type { Work } from '../work.ts'
import { deleteDraftsBefore } from './files/file.store.ts'

const draftDays = 7

type Installation = { db: Kysely<Tables>; files: FileStore; log: Log; config: { origin: string } }

export function channelsWork({ db, files, config: { origin } }: Installation): Work {
  const context = (): Ctx => ({ db, files, actor: system('channels'), now: new Date(), newId, origin })
  return {
    jobs: {
      'channels.tidy': async () => {
        const ctx = context()
        await inTransaction(ctx, (tx) => deleteDraftsBefore(tx, new Date(ctx.now.getTime() - draftDays * 86_400_000)))
      },
    },
    schedules: [{ at: '45 18 * * *', name: 'channels.tidy' }],
  }
}
