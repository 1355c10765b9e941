import { sql } from 'kysely'
import { mostRows, ofAccount } from '../../personal-data.ts'
import type { AccountSubject, ColumnName, Holding } from '../../personal-data.ts'
import { markPersonalWords as words } from './words/desk.ts'

/** How somebody with an account may have written where to reach them. */
const contactsOf = ({ email, phone }: Pick<AccountSubject, 'email' | 'phone'>): string[] =>
  [email?.toLowerCase(), phone].filter((contact) => contact != null)

export const marksPersonalData: Readonly<Record<string, Holding>> = {
  // Whoever reports says how to reach them only if they like; it is forgotten with the answer.
  'mark-misuses': {
    ...words.misuses,
    purpose: 'doubts',
    columns: ['mark_misuse.contact', 'mark_misuse.place', 'mark_misuse.words'],
    find: ofAccount((db, { email, phone }) =>
      db
        .selectFrom('mark_misuse')
        .select(['reported_at as at', 'case_code as code', 'contact', 'words'])
        .where(sql<boolean>`lower(contact) = any(${contactsOf({ email, phone })}::text[])`)
        .orderBy('reported_at', 'desc')
        .execute(),
    ),
    erase: async (tx, subject) => {
      if (subject.kind !== 'account') return
      await tx
        .updateTable('mark_misuse')
        .set({ contact: null, place: null })
        .where(sql<boolean>`lower(contact) = any(${contactsOf(subject)}::text[])`)
        .execute()
    },
  },
  'mark-acts': {
    ...words.acts,
    purpose: 'official-acts',
    columns: [
      'mark_step.by_name',
      'mark_step.note',
      'mark_paper.by_name',
      'mark_use.admitted_by',
      'mark_use.by_name',
      'mark_use.ended_by_name',
      'mark_use.ended_reason',
      'mark_misuse.answer',
      'mark_misuse.answered_by_name',
      'mark_misuse_step.by_name',
      'mark_misuse_step.words',
    ],
    find: ofAccount((db, { userId }) =>
      db
        .selectFrom('mark_step as step')
        .innerJoin('mark', 'mark.id', 'step.mark_id')
        .where('step.by_id', '=', userId)
        .select(['mark.name as mark', 'step.step', 'step.at'])
        .orderBy('step.at', 'desc')
        .limit(mostRows)
        .execute(),
    ),
  },
}

export const marksOthers: readonly ColumnName[] = [
  'mark.slug',
  'mark.name',
  'mark.number',
  'mark.about',
  'mark.created_by_id',
  'mark.request_key',
  'mark_step.number',
  'mark_step.by_id',
  'mark_paper.number',
  'mark_paper.file_name',
  'mark_paper.by_id',
  'mark_use.code',
  'mark_use.paper_number',
  'mark_use.by_id',
  'mark_use.request_key',
  'mark_misuse.case_code',
  'mark_misuse.request_key',
  'mark_misuse_step.step',
  'mark_misuse_step.by_id',
]
