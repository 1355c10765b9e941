import { ofAccount } from '../personal-data.ts'
import { deleteHome } from './councils/home.store.ts'
import type { PersonalData } from '../personal-data.ts'
import { appealStatusWords } from './words/appeals.ts'
import { seatWords, sheetStatusWords } from './words/states.ts'
import { personalDataWords as words } from './words/personal-data.ts'

const newest = 'desc' as const
const appraisal = { purpose: 'appraisal' } as const

/** A judgement names who made it for as long as it counts: nothing of it is erased, but for where a member lives. */
export const personalData: PersonalData = {
  holdings: {
    'council-seats': {
      ...words.seats,
      codes: { seat: seatWords },
      ...appraisal,
      columns: ['council_member.name', 'council_member.agency'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('council_member')
          .innerJoin('council', 'council.id', 'council_member.council_id')
          .select(['council.name as council', 'council_member.name', 'agency', 'seat'])
          .where('user_id', '=', userId)
          .execute(),
      ),
    },
    attendance: {
      ...words.attendance,
      ...appraisal,
      columns: ['session_attendance.absence_reason', 'session_attendance.absence_noted_by'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('session_attendance')
          .innerJoin('council_member', 'council_member.id', 'session_attendance.member_id')
          .innerJoin('council_session', 'council_session.id', 'session_attendance.session_id')
          .select(['council_session.held_on as session', 'present', 'absence_reason as absence'])
          .where('user_id', '=', userId)
          .orderBy('held_on', newest)
          .execute(),
      ),
    },
    'score-sheets': {
      ...words.sheets,
      codes: { status: sheetStatusWords },
      ...appraisal,
      columns: [
        'score_sheet.general_comment',
        'score_sheet.opinion_reason',
        'score_line.comment',
        'score_revision.reason',
        'score_revision.reasons',
        'score_revision.reopened_because',
        'score_revision.lines',
        'repeat_sheet.lines',
        'repeat_sample.slipped_in_by_name',
        'appraisal_result.sheets',
      ],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('score_sheet')
          .innerJoin('council_member', 'council_member.id', 'score_sheet.member_id')
          .innerJoin('council_session', 'council_session.id', 'score_sheet.session_id')
          .select([
            'saved_at as at',
            'council_session.held_on as session',
            'score_sheet.status',
            'general_comment as comment',
            'opinion_reason as reason',
          ])
          .where('user_id', '=', userId)
          .orderBy('saved_at', newest)
          .execute(),
      ),
    },
    'member-notes': {
      ...words.notes,
      ...appraisal,
      columns: ['member_note.note'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('member_note')
          .innerJoin('council_member', 'council_member.id', 'member_note.member_id')
          .select(['updated_at as at', 'note'])
          .where('user_id', '=', userId)
          .orderBy('updated_at', newest)
          .execute(),
      ),
    },
    'advisory-reports': {
      ...words.reports,
      ...appraisal,
      columns: [
        'advisory_report.assigned_name',
        'advisory_report.findings',
        'advisory_report.weaknesses',
        'advisory_report.extra_tests',
        'pre_score_line.comment',
        'sample_movement.recorded_by_name',
        'sample_movement.condition',
        'field_visit.planned_by_name',
        'field_visit.reported_by_name',
        'field_visit.visitors',
        'field_visit.findings',
        'field_visit_photo.name',
        'laboratory_test.asked_by_name',
        'laboratory_test.answered_by_name',
        'laboratory_test.reason',
        'laboratory_test.result',
        'laboratory_test.file_name',
      ],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('advisory_report')
          .select(['submitted_at as at', 'findings', 'weaknesses'])
          .where('assigned_to', '=', userId)
          .orderBy('updated_at', newest)
          .execute(),
      ),
    },
    'intake-checks': {
      ...words.intake,
      ...appraisal,
      columns: ['intake_check.checked_by_name', 'intake_check.note', 'intake_check.checks'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('intake_check')
          .select(['checked_at as at', 'note'])
          .where('checked_by', '=', userId)
          .orderBy('checked_at', newest)
          .execute(),
      ),
    },
    appeals: {
      ...words.appeals,
      codes: { status: appealStatusWords },
      ...appraisal,
      columns: [
        'appeal.reason',
        'appeal.paper_name',
        'appeal.filed_by_name',
        'appeal.accepted_by_name',
        'appeal.answer',
        'appeal.answer_signer',
        'appeal.ended_by_name',
      ],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('appeal')
          .select(['filed_at as at', 'reason', 'status', 'answer'])
          .where('filed_by', '=', userId)
          .orderBy('filed_at', newest)
          .execute(),
      ),
    },
    'member-home': {
      ...words.home,
      ...appraisal,
      columns: ['member_home.address'],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('member_home')
          .innerJoin('commune_card as commune', 'commune.code', 'member_home.commune_code')
          .select(['declared_at as at', 'member_home.address', 'commune.name as commune'])
          .where('user_id', '=', userId)
          .execute(),
      ),
      // It serves councils to come: whoever leaves the platform sits on none.
      erase: async (tx, subject) => {
        if (subject.kind === 'account') await deleteHome(tx, subject.userId)
      },
    },
    'ties-of-interest': {
      ...words.ties,
      ...appraisal,
      columns: [
        'proposed_tie.decided_by_name',
        'proposed_tie.reason',
        'proposed_tie.basis',
        'conflict_of_interest.reason',
        'session_dossier.producer_name',
        'session_dossier.discussion',
        'session_dossier.finding_reason',
        'council_session.change_reason',
        'council_session.minutes_note',
      ],
      find: ofAccount((db, { userId }) =>
        db
          .selectFrom('proposed_tie')
          .innerJoin('council_member', 'council_member.id', 'proposed_tie.member_id')
          .select(['found_at as at', 'reason', 'decision'])
          .where((eb) => eb.or([eb('user_id', '=', userId), eb('decided_by', '=', userId)]))
          .orderBy('found_at', newest)
          .execute(),
      ),
    },
  },
  others: [
    'appeal.filed_by',
    'appeal.answer_number',
    'appraisal_result.outcome',
    'council.decision_number',
    'council.name',
    'council_session.began_at',
    'council_session.called_for',
    'council_session.closed_by',
    'council_session.ended_at',
    'council_session.place',
    'council_session.rules',
    'evaluation_round.name',
    'field_visit.place',
    'laboratory_test.criterion',
    'laboratory_test.indicator',
    'laboratory_test.laboratory',
    'repeat_sample.code',
    'sample_movement.place',
    'session_dossier.commune_name',
    'session_dossier.deviation_over',
    'session_dossier.named_spread',
    'session_dossier.product_name',
  ],
}
