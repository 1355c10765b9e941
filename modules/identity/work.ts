import type { Log } from '@dacsan/platform/log'
import type { Kysely } from 'kysely'
import type { DB as Tables } from '../database.tables.ts'
import type { Work } from '../work.ts'
import { inTransaction } from '@dacsan/platform/context'
import { deleteOldUses } from '@dacsan/platform/rate-limit'
import { deviceDays } from './device.ts'
import { deleteDevicesBefore } from './device.store.ts'
import { keptMinutes } from './kept-form.ts'
import { deleteKeptFormsBefore } from './kept-form.store.ts'
import { answerMinutes, sentDays } from './sent-form.ts'
import { deleteSentFormsBefore, forgetAnswersBefore } from './sent-form.store.ts'
import { uploadDays } from './upload.ts'
import { deleteUploadsBefore } from './upload.store.ts'
import { deleteEndedSessions } from './session.store.ts'
import { deleteOldSecurityEntries } from './security-log.ts'

/** Who comes back to a form after the session ended is still known by it. */
const endedDays = 7

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

/** Old counts of tries are deleted each hour, and each night the lines of the security log whose time has passed. */
export function identityWork({ db, log }: { db: Kysely<Tables>; log: Log }): Work {
  return {
    jobs: {
      'identity.delete-old-uses': () => deleteOldUses(db, new Date()),
      'identity.delete-kept-forms': () => inTransaction({ db }, (tx) => deleteKeptFormsBefore(tx, minutesAgo(keptMinutes))),
      'identity.delete-sent-forms': () =>
        inTransaction({ db }, async (tx) => {
          await forgetAnswersBefore(tx, minutesAgo(answerMinutes))
          await deleteSentFormsBefore(tx, minutesAgo(sentDays * 24 * 60))
        }),
      'identity.delete-uploads': async () => {
        const uploads = await inTransaction({ db }, (tx) => deleteUploadsBefore(tx, minutesAgo(uploadDays * 24 * 60)))
        if (uploads > 0) log.info({ uploads }, 'files that came in pieces and that no form took were deleted')
      },
      'identity.forget-devices': () => inTransaction({ db }, (tx) => deleteDevicesBefore(tx, minutesAgo(deviceDays * 24 * 60))),
      'identity.delete-ended-sessions': async () => {
        const deleted = await inTransaction({ db }, (tx) => deleteEndedSessions(tx, minutesAgo(endedDays * 24 * 60)))
        if (deleted.sessions + deleted.verifications > 0) log.info(deleted, 'ended sessions were deleted')
      },
      'identity.delete-old-security-entries': () => inTransaction({ db }, (tx) => deleteOldSecurityEntries(tx, new Date())),
    },
    schedules: [
      { at: '7 * * * *', name: 'identity.delete-old-uses' },
      { at: '*/10 * * * *', name: 'identity.delete-kept-forms' },
      { at: '23 * * * *', name: 'identity.delete-sent-forms' },
      { at: '33 * * * *', name: 'identity.delete-uploads' },
      { at: '27 18 * * *', name: 'identity.forget-devices' },
      { at: '17 17 * * *', name: 'identity.delete-ended-sessions' },
      { at: '37 18 * * *', name: 'identity.delete-old-security-entries' },
    ],
  }
}
