import { sql } from 'kysely'
import { mostRows, ofAccount } from '../../personal-data.ts'
import type { PersonalData } from '../../personal-data.ts'
import { platformDataWords as words } from '../words.ts'

/** What belongs to no room. */
export const platformData: PersonalData = {
  holdings: {
    files: {
      ...words.files,
      purpose: 'dossiers',
      columns: ['stored_file.original_name', 'stored_file.created_by'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('stored_file')
          .select(['created_at as at', 'original_name as name', 'size'])
          .where('created_by', '=', userId)
          .orderBy('created_at', 'desc')
          .limit(mostRows)
          .execute(),
      ),
      // People name files after themselves: "CCCD Nguyễn Văn A.pdf". What is in it stays with the dossier that it belongs to.
      erase: async (tx, subject) => {
        if (subject.kind !== 'account') return
        await tx
          .updateTable('stored_file')
          .set({ original_name: sql`'tep-' || left(hash, 8) || coalesce(substring(original_name from '\\.[A-Za-z0-9]{1,5}$'), '')` })
          .where('created_by', '=', subject.userId)
          .execute()
      },
    },
  },
  others: [
    'archive_standing.fault',
    'backup_run.fault',
    'backup_run.file',
    'event.actor_id',
    'event.payload',
    'event.type',
    'installation.province',
    'installation_key.fingerprint',
    'integrity_check.faults',
    'lock_key.fingerprint',
    'stored_file.media_type',
  ],
}
