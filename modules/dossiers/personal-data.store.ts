import { sql } from 'kysely'
import { mostRows, ofAccount, openForPerson } from '../personal-data.ts'
import type { AccountSubject, PersonalData } from '../personal-data.ts'
import type { ReadDb } from '../context.ts'
import { openAnswersFor } from './dossier.store.ts'
import { paperNumberColumn } from './evidence/evidence.store.ts'
import { trademarkStatusWords } from './words/trademarks.ts'
import { moveWords, statusWords } from './words/moves.ts'
import { personalDataWords as words } from './words/personal-data.ts'

const newest = 'desc' as const
const producersOf = (db: ReadDb, organisations: AccountSubject['producerOf']) =>
  db
    .selectFrom('producer_card')
    .select('id')
    .where('organisation_id', 'in', organisations.length > 0 ? [...organisations] : ['org_'])

export const personalData: PersonalData = {
  holdings: {
    dossiers: {
      ...words.dossiers,
      codes: { status: statusWords },
      purpose: 'dossiers',
      columns: [
        'dossier.answers',
        'dossier_choice.reason',
        'dossier_filing.content',
        'dossier_filing.filed_by_name',
        'dossier_filing.filed_for_name',
      ],
      find: ofAccount(async (db, { producerOf }) => {
        const rows = await db
          .selectFrom('dossier')
          .select(['id', 'code', 'created_at as at', 'submitted_at as submitted', 'status', 'answers'])
          .where('producer_id', 'in', producersOf(db, producerOf))
          .orderBy('created_at', newest)
          .execute()
        return Promise.all(
          rows.map(async ({ id, answers, ...row }) => {
            const opened = await openAnswersFor(answers, async (column, text) => (await openForPerson(db, column, id, text))!)
            return { ...row, answers: Object.keys(opened).length === 0 ? null : JSON.stringify(opened) }
          }),
        )
      }),
      // What was never filed belongs to nobody but its author.
      erase: async (tx, subject, at) => {
        if (subject.kind !== 'account' || subject.aloneIn.length === 0) return
        const drafts = tx
          .selectFrom('dossier')
          .select('id')
          .where('producer_id', 'in', producersOf(tx, subject.aloneIn))
          .where('submitted_at', 'is', null)
        await tx.updateTable('dossier_choice').set({ reason: '' }).where('dossier_id', 'in', drafts).execute()
        await tx
          .updateTable('dossier')
          .set((eb) => ({ answers: '{}', updated_at: at, version: eb('version', '+', 1) }))
          .where('id', 'in', drafts)
          .where(sql<boolean>`answers <> '{}'`)
          .execute()
      },
    },
    'dossier-moves': {
      ...words.moves,
      codes: { move: moveWords },
      purpose: 'dossiers',
      columns: ['dossier_move.by_name', 'dossier_move.for_name', 'dossier_move.note'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('dossier_move')
          .innerJoin('dossier', 'dossier.id', 'dossier_move.dossier_id')
          .select(['dossier_move.at', 'dossier.code', 'move', 'note'])
          .where('by_id', '=', userId)
          .orderBy('at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    'covering-letters': {
      ...words.letters,
      purpose: 'official-acts',
      // The lines name dossiers as they were sent, and stay as the paper that was signed.
      columns: ['covering_letter.signer', 'covering_letter.lines'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('covering_letter')
          .select(['number', 'made_at as at'])
          .where((eb) => eb.or([eb('made_by_id', '=', userId), eb('sent_by_id', '=', userId)]))
          .orderBy('made_at', newest)
          .limit(mostRows)
          .execute(),
      ),
    },
    'dossier-proxies': {
      ...words.proxies,
      purpose: 'dossiers',
      columns: [
        'dossier_proxy.asked_by_name',
        'dossier_proxy.user_name',
        'dossier_proxy.reason',
        'dossier_proxy.paper_name',
        'dossier_proxy.ended_by_name',
      ],
      find: ofAccount((db, { userId, producerOf }) =>
        db
          .selectFrom('dossier_proxy')
          .innerJoin('dossier', 'dossier.id', 'dossier_proxy.dossier_id')
          .select(['dossier.code', 'user_name as officer', 'began_at as at', 'reason', 'paper_name as paper', 'ended_at as ended'])
          .where((eb) => eb.or([eb('user_id', '=', userId), eb('producer_id', 'in', producersOf(db, producerOf))]))
          .orderBy('dossier_proxy.id', newest)
          .execute(),
      ),
    },
    'dossier-requests': {
      ...words.requests,
      purpose: 'dossiers',
      columns: ['dossier_request.requested_by_name', 'dossier_request.items'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('dossier_request')
          .innerJoin('dossier', 'dossier.id', 'dossier_request.dossier_id')
          .select(['requested_at as at', 'dossier.code'])
          .where('requested_by', '=', userId)
          .orderBy('requested_at', newest)
          .execute(),
      ),
    },
    evidence: {
      ...words.evidence,
      purpose: 'dossiers',
      columns: ['evidence.title', 'evidence.number', 'evidence.issued_by', 'evidence.file_name'],
      find: ofAccount(async (db, { producerOf }) => {
        const rows = await db
          .selectFrom('evidence')
          .select(['id', 'created_at as at', 'title', 'number', 'issued_by as issuedBy', 'file_name as file'])
          .where('producer_id', 'in', producersOf(db, producerOf))
          .orderBy('created_at', newest)
          .execute()
        return Promise.all(
          rows.map(async ({ id, ...row }) => ({ ...row, number: await openForPerson(db, paperNumberColumn, id, row.number) })),
        )
      }),
    },
    trademarks: {
      ...words.trademarks,
      codes: { status: trademarkStatusWords },
      purpose: 'dossiers',
      columns: [
        'trademark_application.mark',
        'trademark_application.number',
        'trademark_correction.corrected_by_name',
        'trademark_correction.mark',
        'trademark_correction.number',
        'trademark_correction.reason',
        'trademark_step.entered_by_name',
        'trademark_step.for_name',
        'trademark_step.struck_by_name',
        'trademark_step.struck_reason',
      ],
      find: ofAccount((db, { producerOf }) =>
        db
          .selectFrom('trademark_application')
          .select(['created_at as at', 'mark', 'number', 'status'])
          .where('producer_id', 'in', producersOf(db, producerOf))
          .orderBy('created_at', newest)
          .execute(),
      ),
    },
    'commune-reviews': {
      ...words.reviews,
      purpose: 'dossiers',
      columns: [
        'commune_review.participants',
        'commune_review.identity',
        'commune_review.idea',
        'commune_review.labour',
        'commune_review.materials',
        'commune_review.conclusion',
        'commune_review.form_check',
      ],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('commune_review')
          .innerJoin('dossier', 'dossier.id', 'commune_review.dossier_id')
          .select(['commune_review.updated_at as at', 'dossier.code', 'participants'])
          .where('updated_by', '=', userId)
          .orderBy('commune_review.updated_at', newest)
          .execute(),
      ),
    },
  },
  others: [
    'commune_review.updated_by',
    'covering_letter.made_by_id',
    'covering_letter.number',
    'covering_letter.sent_by_id',
    'dossier.code',
    'dossier.criteria_decision',
    'dossier.set_code',
    'dossier_move.by_id',
    'dossier_move.from_status',
    'dossier_move.move',
    'dossier_move.to_status',
    'dossier_proxy.office_name',
    'dossier_proxy.user_id',
    'dossier_request.move',
    'dossier_request.requested_by',
    'evidence.created_by',
    'trademark_application.classes',
    'trademark_application.office',
    'trademark_correction.classes',
  ],
}
