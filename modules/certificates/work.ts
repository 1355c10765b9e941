import type { FileStore } from '@dacsan/platform/files'
import { idInput, newId } from '@dacsan/platform/ids'
import type { Log } from '@dacsan/platform/log'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import type { Work } from '../work.ts'
import { carryOutImport, carryOutJob } from './carry-out-import.ts'

const payloadShape = z.object({ importId: idInput('imp') })

/** An import that was confirmed is carried out; one that was carried out already is left alone. */
export function certificatesWork({ db, files, log }: { db: Kysely<Tables>; files: FileStore; log: Log }): Work {
  return {
    jobs: {
      [carryOutJob]: async (payload) => {
        const { importId } = payloadShape.parse(payload)
        const outcome = await carryOutImport({ db, files, actor: system('certificates'), now: new Date(), newId }, importId)
        log.info({ importId, done: outcome.ok }, 'register import carried out')
      },
    },
  }
}
