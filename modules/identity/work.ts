import type { Log } from '@dacsan/platform/log'
import type { Kysely } from 'kysely'
import type { DB as Tables } from '../database.tables.ts'
import type { Work } from '../work.ts'
import { deleteOldAttempts } from './attempts.store.ts'
import { verifyAuditChain } from './audit-trail.ts'

/** Old counts of tries are forgotten each hour; each night the audit trail is proved from its first row. */
export function identityWork({ db, log }: { db: Kysely<Tables>; log: Log }): Work {
  return {
    jobs: {
      'identity.forget-attempts': () => deleteOldAttempts(db, new Date()),
      'identity.verify-audit-chain': async () => {
        const verdict = await verifyAuditChain(db)
        if (verdict.ok) log.info({ entries: verdict.entries }, 'the audit trail is whole')
        else log.fatal(verdict, 'the audit trail was tampered with')
      },
    },
    schedules: [
      { at: '7 * * * *', name: 'identity.forget-attempts' },
      { at: '30 18 * * *', name: 'identity.verify-audit-chain' },
    ],
  }
}
