import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { DossierStatus } from '../dossiers/rules.ts'
import type { OrganisationId, UserId } from '../identity/rules.ts'
import { pileOf } from '../waiting.store.ts'
import { openAppealStatuses, overStatuses, preparationActs, scores, scoringStatuses, seats } from './rules.ts'

const dossiers = (db: ReadDb, status: DossierStatus) =>
  db
    .selectFrom('dossier_card as dossier')
    .innerJoin('product_card as product', 'product.id', 'dossier.product_id')
    .where('dossier.status', '=', status)
    .select(['dossier.id', 'product.name as about', 'dossier.updated_at as since', 'dossier.renewal_due_on as until'])

/** Proposed by communes, and not received or sent back. */
export const selectToCheck = pileOf((db) => dossiers(db, 'proposed'))

/** Received, and given to no adviser. */
export const selectToAssign = pileOf((db) => dossiers(db, 'received'))

/** Reported on, and before no session that is not closed. */
export const selectToConvene = pileOf((db) =>
  dossiers(db, 'appraising')
    .innerJoin('advisory_report as report', 'report.dossier_id', 'dossier.id')
    .where('report.submitted_at', 'is not', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('session_dossier as listed')
            .innerJoin('council_session as session', 'session.id', 'listed.session_id')
            .select('session.id')
            .whereRef('listed.dossier_id', '=', 'dossier.id')
            .where('session.status', 'not in', [...overStatuses]),
        ),
      ),
    ),
)

/** Complaints that nobody has taken up or answered, by their day. */
export const selectAppealsToAnswer = pileOf((db) =>
  db
    .selectFrom('appeal')
    .innerJoin('dossier_card as dossier', 'dossier.id', 'appeal.dossier_id')
    .innerJoin('product_card as product', 'product.id', 'dossier.product_id')
    .where('appeal.status', 'in', [...openAppealStatuses])
    .select((eb) => [
      'appeal.id',
      'product.name as about',
      'appeal.filed_at as since',
      eb.fn.coalesce('appeal.answer_due_on', 'appeal.accept_due_on').as('until'),
    ]),
)

/** Tests that a producer is to bring, while the appraisal waits for them. */
export const selectTestsToBring = pileOf<{ organisationIds: readonly OrganisationId[] }>((db, { organisationIds }) =>
  db
    .selectFrom('laboratory_test as test')
    .innerJoin('dossier_card as dossier', 'dossier.id', 'test.dossier_id')
    .innerJoin('product_card as product', 'product.id', 'dossier.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'dossier.producer_id')
    .where('producer.organisation_id', 'in', organisationIds)
    .where('test.asked_of', '=', 'producer')
    .where('test.answered_at', 'is', null)
    .where('dossier.status', 'in', [...preparationActs['answer-test'].from])
    .select(['dossier.id', 'product.name as about', 'test.asked_at as since', 'test.due_on as until']),
)

/** Reports that somebody was asked for. */
export const selectOwnReports = pileOf<{ userId: UserId }>((db, { userId }) =>
  dossiers(db, 'appraising')
    .innerJoin('advisory_report as report', 'report.dossier_id', 'dossier.id')
    .where('report.assigned_to', '=', userId)
    .where('report.submitted_at', 'is', null),
)

/** The dossiers before a council in which somebody has a scoring seat, those left out in which they have a conflict. */
const onTheTable = (db: ReadDb, userId: RawBuilder<UserId>) =>
  db
    .selectFrom('session_dossier as listed')
    .innerJoin('council_session as session', 'session.id', 'listed.session_id')
    .innerJoin('council_member as member', 'member.council_id', 'session.council_id')
    .innerJoin('dossier_card as dossier', 'dossier.id', 'listed.dossier_id')
    .innerJoin('product_card as product', 'product.id', 'dossier.product_id')
    .where('member.user_id', '=', userId)
    .where('member.seat', 'in', seats.filter(scores))
    // Nothing is scored of what was eliminated, left for another session or taken back.
    .where('listed.finding', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('conflict_of_interest as conflict')
            .select('conflict.member_id')
            .whereRef('conflict.session_id', '=', 'session.id')
            .whereRef('conflict.dossier_id', '=', 'listed.dossier_id')
            .whereRef('conflict.member_id', '=', 'member.id'),
        ),
      ),
    )

/** To be read before a session that has not begun. */
export const selectToRead = pileOf<{ userId: UserId }>((db, { userId }) =>
  onTheTable(db, userId)
    .where('session.status', '=', 'preparing')
    .select(['session.id', 'product.name as about', 'session.created_at as since', 'session.held_on as until']),
)

/** Sheets of a session that is scoring, not handed in or given back. */
export const selectSheetsToHandIn = pileOf<{ userId: UserId }>((db, { userId }) =>
  onTheTable(db, userId)
    .leftJoin('score_sheet as sheet', (join) =>
      join
        .onRef('sheet.session_id', '=', 'session.id')
        .onRef('sheet.dossier_id', '=', 'listed.dossier_id')
        .onRef('sheet.member_id', '=', 'member.id'),
    )
    .where('session.status', 'in', [...scoringStatuses])
    .where((eb) => eb.or([eb('sheet.status', 'is', null), eb('sheet.status', '!=', 'submitted')]))
    .select(['session.id', 'product.name as about', 'session.created_at as since', 'session.held_on as until']),
)

const ofSecretary = (db: ReadDb, userId: RawBuilder<UserId>) =>
  db
    .selectFrom('council_session as session')
    .innerJoin('council', 'council.id', 'session.council_id')
    .innerJoin('council_member as member', 'member.council_id', 'session.council_id')
    .where('member.user_id', '=', userId)
    .where('member.seat', '=', 'secretary')
    .where('session.status', 'not in', [...overStatuses])

/** Ties that the platform proposed and nobody judged. */
export const selectTiesToJudge = pileOf<{ userId: UserId }>((db, { userId }) =>
  ofSecretary(db, userId)
    .innerJoin('proposed_tie as tie', 'tie.session_id', 'session.id')
    .where('tie.decision', 'is', null)
    .select(['session.id', 'council.name as about', 'tie.found_at as since', 'session.held_on as until']),
)

/** Sessions that are not closed, from the day before theirs. */
export const selectToRun = pileOf<{ userId: UserId; today: string }>((db, { userId, today }) =>
  ofSecretary(db, userId)
    .where('session.held_on', '<=', sql<string>`${today}::date + 1`)
    .select(['session.id', 'council.name as about', 'session.created_at as since', 'session.held_on as until']),
)
