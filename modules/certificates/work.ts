import type { FileStore } from '@dacsan/platform/files'
import { idInput, newId } from '@dacsan/platform/ids'
import type { Log } from '@dacsan/platform/log'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { DB as Tables } from '../database.tables.ts'
import { system } from '../identity/index.ts'
import { subscribe } from '../work.ts'
import type { Work } from '../work.ts'
import { certificateActs } from './acts.ts'
import { carryOutImport, carryOutJob } from './carry-out-import.ts'
import { attestAll, attestCertificate } from './credentials/attest-certificate.ts'

const payloadShape = z.object({ importId: idInput('imp') })

type Installation = { db: Kysely<Tables>; files: FileStore; log: Log; config: { origin: string } }

/**
 * An import that was confirmed is carried out; one that was carried out already is left alone. A certificate is signed as a credential as soon as it is issued,
 * and each hour whatever was not.
 */
export function certificatesWork({ db, files, log, config: { origin } }: Installation): Work {
  const asSystem = () => ({ db, files, actor: system('certificates'), now: new Date(), newId, origin })
  return {
    subscribers: [
      subscribe(certificateActs.correct, 'certificates.attest-corrected', async ({ payload: { code } }) => {
        await attestCertificate(asSystem(), { code, origin })
      }),
      subscribe(certificateActs.issue, 'certificates.attest', async ({ payload: { code } }) => {
        await attestCertificate(asSystem(), { code, origin })
      }),
    ],
    schedules: [{ at: '13 * * * *', name: 'certificates.attest-all' }],
    jobs: {
      [carryOutJob]: async (payload) => {
        const { importId } = payloadShape.parse(payload)
        const outcome = await carryOutImport(asSystem(), importId)
        log.info({ importId, done: outcome.ok }, 'register import carried out')
      },
      'certificates.attest-all': async () => {
        const signed = await attestAll(asSystem(), origin)
        if (signed > 0) log.info({ signed }, 'certificates were signed as credentials')
      },
    },
  }
}
