import { testDatabase } from '@dacsan/platform/testing'
import type { Ctx, ReadDb, Tx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import { dossierActs, dossierStatuses } from '../dossiers/rules.ts'
import type { DossierStatus, DossierId } from '../dossiers/rules.ts'
import { worldDay } from '../dossiers/test-world.ts'
import { hasRole, system } from '../identity/index.ts'
import { criteriaSet } from '../law/index.ts'
import { tryActs } from '../test-acts.ts'
import { appraisalActTables } from './acts.ts'
import type {
  AppealStatus,
  SessionStatus,
  advisoryActs,
  appealActs,
  councilActs,
  memberActs,
  preparationActs,
  roundActs,
  sessionActs,
  sheetActs,
} from './acts.ts'
import { aRound, aSession, aSubmittedSheet, marksFor } from './fixtures.ts'
import { must } from '../demo.ts'
import {
  acceptAppeal,
  answerAppeal,
  answerTest,
  askTest,
  assignAdvisory,
  awaitTest,
  callDossier,
  cancelSession,
  closeRound,
  closeSession,
  confirmTie,
  declareConflict,
  declareHome,
  dismissTie,
  establishCouncil,
  fileAppeal,
  keepNote,
  moveSession,
  notePresentation,
  openDiscussion,
  openRound,
  openSession,
  orderDossiers,
  planVisit,
  receiveIntoRound,
  recordAttendance,
  recordDiscussion,
  recordFinding,
  recordMinutesNote,
  refuseDossier,
  recordSamples,
  reopenSheet,
  reportVisit,
  returnDossier,
  saveAdvisoryReport,
  savePreScore,
  saveSheet,
  scoreRepeat,
  sessionOverview,
  sessionRepeats,
  slipInRepeat,
  startScoring,
  submitAdvisoryReport,
  submitSheet,
  takeOutRepeat,
  withdrawAppeal,
  withdrawDeclaration,
} from './index.ts'
import { intakeChecklist } from './intake/intake-checklist.ts'
import { sensoryCriteria } from './rules.ts'
import type { CouncilMemberId } from './rules/ids.ts'
import { appraisalWorld } from './test-world.ts'

const { as } = await testDatabase<Tables>()
const world = await appraisalWorld(as)
const base = as(system('trial'), worldDay)
const { roundId, councilId, council } = world
const hands = world.hands()

/** The council of the session, a second council, and everybody else. */
const people = {
  ...world.actors,
  otherChair: council.strangers.chair,
  otherMember: council.strangers.member,
  otherSecretary: council.strangers.secretary,
  otherAdviser: world.withoutReport.adviser,
  otherOfficer: world.withoutReport.officer,
}

const offices = ['provincialOfficer', 'otherOfficer'] as const

const emptyRoundId = await aRound(hands.provincialOfficer, { year: 2027, number: 1 })
const [roundTable, advisoryTable, councilTable, sessionTable, sheetTable, appealTable, preparationTable, memberTable] = appraisalActTables

// Quyết định 26/2026/QĐ-TTg, Điều 5: the province runs the rounds of the year.
tryActs(roundTable, {
  base,
  people,
  put: (tx, status) => tx.updateTable('evaluation_round').set({ status }).where('id', '=', emptyRoundId).execute(),
  state: async (tx) => {
    const row = await tx.selectFrom('evaluation_round').select('status').where('id', '=', emptyRoundId).executeTakeFirstOrThrow()
    return row.status
  },
  attempts: {
    open: (ctx) => openRound(ctx, { year: 2027, number: 2 }),
    close: (ctx) => closeRound(ctx, { roundId: emptyRoundId }),
  } satisfies Record<keyof typeof roundActs, (ctx: Ctx) => Promise<unknown>>,
  expected: {
    open: { by: offices },
    close: { from: ['open'], to: 'closed', by: offices },
  },
})

const checks = intakeChecklist.items.map(({ key }) => ({ key, present: true, remark: '' }))
const proposedId = await world.dossier('proposed')
const putDossier = (dossierId: DossierId) => (tx: Tx, status: DossierStatus) =>
  tx.updateTable('dossier').set({ status }).where('id', '=', dossierId).execute()
const stateOfDossier = (dossierId: DossierId) => async (tx: Tx) => {
  const row = await tx.selectFrom('dossier').select('status').where('id', '=', dossierId).executeTakeFirstOrThrow()
  return row.status
}

// Điều 7, bước 3: the province checks what a commune proposed, receives it into a round or gives it back.
const { receive, 'return-by-province': returnToProducer, 'return-to-commune': returnToCommune } = dossierActs
tryActs(
  { statuses: dossierStatuses, acts: { receive, 'return-by-province': returnToProducer, 'return-to-commune': returnToCommune } },
  {
    base,
    people,
    put: putDossier(proposedId),
    state: stateOfDossier(proposedId),
    attempts: {
      receive: (ctx) => receiveIntoRound(ctx, { dossierId: proposedId, roundId, checks, note: '', message: '' }),
      'return-by-province': (ctx) => returnDossier(ctx, { dossierId: proposedId, to: 'producer', checks, note: '', message: 'Thiếu nhãn' }),
      'return-to-commune': (ctx) =>
        returnDossier(ctx, { dossierId: proposedId, to: 'commune', checks, note: '', message: 'Thiếu kết luận' }),
    },
    expected: {
      receive: { from: ['proposed'], to: 'received', by: offices },
      'return-by-province': { from: ['proposed', 'received'], to: 'province-returned', by: offices },
      'return-to-commune': { from: ['proposed', 'received'], to: 'submitted', by: offices },
    },
  },
)

const report = { fieldVisitOn: null, findings: 'Đạt', extraTests: '', weaknesses: '', recommendedStars: 3 }
const advised = { advisoryMember: await world.dossier('advised'), provincialOfficer: await world.dossier('advised') }
await assignAdvisory(hands.provincialOfficer, { dossierId: advised.provincialOfficer, userId: people.provincialOfficer.userId })
/** The officer is asked for a report of their own; everybody else tries the one of the adviser. */
const advisedFor = (ctx: Ctx) => (ctx.actor === people.provincialOfficer ? advised.provincialOfficer : advised.advisoryMember)

// Điều 7, bước 3: the advisory group helps the province; who was asked for a report writes it, and nobody else.
tryActs(advisoryTable, {
  base,
  people,
  put: (tx, status) => tx.updateTable('dossier').set({ status }).where('id', 'in', Object.values(advised)).execute(),
  attempts: {
    'assign-adviser': (ctx) => assignAdvisory(ctx, { dossierId: advisedFor(ctx), userId: people.otherAdviser.userId }),
    'save-report': (ctx) => saveAdvisoryReport(ctx, { dossierId: advisedFor(ctx), ...report }),
    'submit-report': (ctx) => submitAdvisoryReport(ctx, { dossierId: advisedFor(ctx), ...report }),
    'pre-score': (ctx) => savePreScore(ctx, { dossierId: advisedFor(ctx), lines: [] }),
  } satisfies Record<keyof typeof advisoryActs, (ctx: Ctx) => Promise<unknown>>,
  expected: {
    // Appraising stands first: with the first request on a received dossier the appraisal begins, which is an act of dossiers.
    'assign-adviser': { from: ['appraising', 'received'], by: offices },
    'save-report': { from: ['appraising'], by: ['advisoryMember', 'provincialOfficer'] },
    'submit-report': { from: ['appraising'], by: ['advisoryMember', 'provincialOfficer'] },
    'pre-score': { from: ['appraising'], by: ['advisoryMember', 'provincialOfficer'] },
  },
})

const preparedId = await world.dossier('advised')
const { visitId } = must(await planVisit(hands.adviser, { dossierId: preparedId, plannedOn: '2026-11-25', visitors: 'Tổ tư vấn' }))
const asked = { dossierId: preparedId, criterion: '', reason: 'Nghi vượt mức', dueOn: '2027-01-15', reportWaits: false } as const
const { testId } = must(await askTest(hands.adviser, { ...asked, indicator: 'Hàm lượng chì', askedOf: 'producer' }))
const duringAppraisal: DossierStatus[] = ['received', 'appraising']
const preparing = [...offices, 'advisoryMember'] as const

// Điều 7, bước 4: the advisory group visits and has tested; the office keeps the samples; the producer brings what was asked of it.
tryActs(preparationTable, {
  base,
  people,
  put: putDossier(preparedId),
  attempts: {
    'record-samples': (ctx) =>
      recordSamples(ctx, { dossierId: preparedId, what: 'receive', pieces: 5, movedOn: '2026-11-20', place: 'Kho', condition: '' }),
    'plan-visit': (ctx) => planVisit(ctx, { dossierId: preparedId, plannedOn: '2026-11-25', visitors: 'Tổ tư vấn' }),
    'report-visit': (ctx) =>
      reportVisit(ctx, { dossierId: preparedId, visitId, visitedOn: '2026-11-20', place: 'Xưởng', findings: 'Đúng như hồ sơ' }, []),
    'ask-test': (ctx) => askTest(ctx, { ...asked, indicator: 'Vi sinh', askedOf: 'producer' }),
    'answer-test': (ctx) =>
      answerTest(ctx, { dossierId: preparedId, testId, laboratory: 'Trung tâm', result: 'Đạt', testedOn: '2026-11-20' }, null),
  } satisfies Record<keyof typeof preparationActs, (ctx: Ctx) => Promise<unknown>>,
  expected: {
    'record-samples': { from: ['proposed', 'received', 'appraising', 'scored'], by: offices },
    'plan-visit': { from: duringAppraisal, by: preparing },
    'report-visit': { from: duringAppraisal, by: preparing },
    'ask-test': { from: duringAppraisal, by: preparing },
    'answer-test': { from: [...duringAppraisal, 'province-returned'], by: [...preparing, 'producer'] },
  },
})

tryActs(councilTable, {
  base,
  people,
  attempts: {
    establish: (ctx) =>
      establishCouncil(ctx, {
        name: 'Hội đồng thử',
        decisionNumber: null,
        decisionDate: null,
        members: [
          { userId: people.councilChair.userId, agency: '', seat: 'chair' },
          { userId: people.councilMember.userId, agency: '', seat: 'member' },
          { userId: people.councilSecretary.userId, agency: '', seat: 'secretary' },
        ],
      }),
  } satisfies Record<keyof typeof councilActs, (ctx: Ctx) => Promise<unknown>>,
  expected: { establish: { by: offices } },
})

tryActs(memberTable, {
  base,
  people,
  attempts: {
    'declare-home': (ctx) => declareHome(ctx, { address: '', communeCode: '' }),
  } satisfies Record<keyof typeof memberActs, (ctx: Ctx) => Promise<unknown>>,
  expected: { 'declare-home': { by: ['councilMember', 'councilChair', 'otherMember', 'otherChair'] } },
})

const set = criteriaSet('26/2026/QĐ-TTg', 'QD26-07')

/** A session of one dossier, everybody present, with the sheets of all four; `marks` are the stars that each of them gives. */
async function scoredSession(marks: readonly (3 | 5)[]) {
  // Filed with the address of a member: what a secretary judges.
  const dossierId = await world.dossier('appraised', 4, { producer: { email: people.councilMember.email! } })
  const sessionId = await aSession(hands, { roundId, councilId, dossierIds: [dossierId], status: 'scoring' })
  const { seats } = await sessionOverview(hands.secretary, sessionId)
  await recordAttendance(hands.secretary, { sessionId, present: seats.map(({ memberId }) => memberId) })
  for (const [at, ctx] of world.scorers().entries()) await aSubmittedSheet(ctx, sessionId, dossierId, marksFor(set, marks[at]!))
  return { key: { sessionId, dossierId }, seats }
}

const readyId = await world.dossier()
// The points deviate, so that a discussion can be opened; the dossier is left for another session, so that the close moves the session alone.
const { key, seats } = await scoredSession([5, 3, 5, 3])
const { sessionId } = key
await recordFinding(hands.secretary, { ...key, finding: 'postponed', reason: 'Chờ kiểm nghiệm' })

const tied = seats.find(({ userId }) => userId === people.councilMember.userId)!.memberId
const tie = { sessionId, dossierId: key.dossierId, memberId: tied, tie: 'producer-email', reason: 'Đã hỏi' } as const
// A second dossier stands under a code already; the first can still be slipped in.
const otherId = await world.dossier()
await base.db
  .insertInto('session_dossier')
  .values({ session_id: sessionId, dossier_id: otherId, position: 2, finding: 'postponed', finding_reason: 'x' })
  .execute()
must(await slipInRepeat(hands.secretary, { sessionId, dossierId: otherId }))
const takenOut = (await sessionRepeats(hands.secretary, sessionId)).samples[0]!.id
const sampleMarks = sensoryCriteria(set).map(({ code }) => ({ criterion: code, choice: 0 }))
const untilClosed: SessionStatus[] = ['preparing', 'scoring', 'reviewing']
// Quy chế của Hội đồng: the secretary runs the session, its members score, its chair closes it; a seat of another council is none.
tryActs(sessionTable, {
  base,
  people,
  put: (tx, status) => tx.updateTable('council_session').set({ status }).where('id', '=', sessionId).execute(),
  state: async (tx) => {
    const row = await tx.selectFrom('council_session').select('status').where('id', '=', sessionId).executeTakeFirstOrThrow()
    return row.status
  },
  attempts: {
    open: (ctx) => openSession(ctx, { roundId, councilId, heldOn: '2026-11-24', place: 'Hội trường', dossierIds: [readyId] }),
    move: (ctx) => moveSession(ctx, { sessionId, heldOn: '2026-12-03', place: 'Hội trường', reason: 'Chờ kiểm nghiệm.' }),
    cancel: (ctx) => cancelSession(ctx, { sessionId, reason: 'Chờ kiểm nghiệm.' }),
    'record-attendance': (ctx) => recordAttendance(ctx, { sessionId, present: [tied] }),
    'start-scoring': (ctx) => startScoring(ctx, { sessionId }),
    'order-dossiers': (ctx) => orderDossiers(ctx, { ...key, to: 'earlier' }),
    'call-dossier': (ctx) => callDossier(ctx, key),
    'note-presentation': (ctx) => notePresentation(ctx, { ...key, part: 'begins' }),
    'declare-conflict': (ctx) => declareConflict(ctx, { ...key, reason: 'Bà con' }),
    'withdraw-conflict': (ctx) => withdrawDeclaration(ctx, key),
    'keep-note': (ctx) => keepNote(ctx, { ...key, note: 'Xem lại hợp đồng' }),
    'confirm-tie': (ctx) => confirmTie(ctx, tie),
    'dismiss-tie': (ctx) => dismissTie(ctx, tie),
    'slip-in-repeat': (ctx) => slipInRepeat(ctx, key),
    'take-out-repeat': (ctx) => takeOutRepeat(ctx, { sessionId, sampleId: takenOut }),
    'score-repeat': (ctx) => scoreRepeat(ctx, { sessionId, sampleId: takenOut, marks: sampleMarks }),
    'open-discussion': (ctx) => openDiscussion(ctx, key),
    'record-discussion': (ctx) => recordDiscussion(ctx, { ...key, discussion: 'Đã thảo luận' }),
    'record-finding': (ctx) => recordFinding(ctx, { ...key, finding: null, reason: '' }),
    'await-test': (ctx) => awaitTest(ctx, { ...key, criterion: '', indicator: 'Chì', reason: 'Nghi ngờ', dueOn: '2027-12-31' }),
    'record-minutes-note': (ctx) => recordMinutesNote(ctx, { sessionId, note: 'Không' }),
    close: (ctx) => closeSession(ctx, { sessionId }),
  } satisfies Record<keyof typeof sessionActs, (ctx: Ctx) => Promise<unknown>>,
  expected: {
    open: { by: [...offices, 'councilSecretary'] },
    move: { from: ['preparing'], by: [...offices, 'councilSecretary'] },
    cancel: { from: ['preparing'], to: 'cancelled', by: [...offices, 'councilSecretary'] },
    'record-attendance': { from: untilClosed, by: ['councilSecretary'] },
    'start-scoring': { from: ['preparing'], to: 'scoring', by: ['councilSecretary', 'councilChair'] },
    'order-dossiers': { from: untilClosed, by: ['councilSecretary'] },
    'call-dossier': { from: untilClosed, by: ['councilSecretary'] },
    'note-presentation': { from: untilClosed, by: ['councilSecretary'] },
    'declare-conflict': { from: untilClosed, by: ['councilMember', 'councilChair'] },
    'withdraw-conflict': { from: untilClosed, by: ['councilMember', 'councilChair'] },
    'keep-note': { from: untilClosed, by: ['councilMember', 'councilChair'] },
    'confirm-tie': { from: untilClosed, by: ['councilSecretary'] },
    'dismiss-tie': { from: untilClosed, by: ['councilSecretary'] },
    'slip-in-repeat': { from: untilClosed, by: ['councilSecretary'] },
    'take-out-repeat': { from: untilClosed, by: ['councilSecretary'] },
    'score-repeat': { from: ['scoring', 'reviewing'], by: ['councilMember', 'councilChair'] },
    'open-discussion': { from: ['scoring', 'reviewing'], to: 'reviewing', by: ['councilSecretary'] },
    'record-discussion': { from: untilClosed, by: ['councilSecretary'] },
    'record-finding': { from: untilClosed, by: ['councilSecretary'] },
    'await-test': { from: ['scoring', 'reviewing'], by: ['councilSecretary', 'councilChair'] },
    'record-minutes-note': { from: untilClosed, by: ['councilSecretary'] },
    close: { from: ['scoring', 'reviewing'], to: 'closed', by: ['councilChair'] },
  },
})

const scored = await scoredSession([5, 5, 5, 5])
const memberId = scored.seats.find(({ userId }) => userId === people.councilMember.userId)!.memberId
const sheetOf = (db: ReadDb, member: CouncilMemberId) =>
  db
    .selectFrom('score_sheet')
    .select(['status', 'version'])
    .where('session_id', '=', scored.key.sessionId)
    .where('member_id', '=', member)
    .executeTakeFirst()
const seatOf = ({ actor }: Ctx) => scored.seats.find(({ userId }) => actor.kind === 'person' && userId === actor.userId)?.memberId ?? 'cmb_'
const versionFor = async (ctx: Ctx) => ({ ...scored.key, version: (await sheetOf(ctx.db, seatOf(ctx)))?.version ?? 0 })
/** Whose sheet the last attempt was about: members try their own, the secretary one of a member. */
let tried = memberId

// Each member's own sheet is locked when it is handed in, and opened again by the secretary alone.
tryActs(sheetTable, {
  base,
  people,
  put: (tx, status) => tx.updateTable('score_sheet').set({ status }).where('session_id', '=', scored.key.sessionId).execute(),
  state: async (tx) => (await sheetOf(tx, tried))!.status,
  attempts: {
    save: async (ctx) => {
      tried = seatOf(ctx)
      return saveSheet(ctx, { ...(await versionFor(ctx)), lines: [] })
    },
    submit: async (ctx) => {
      tried = seatOf(ctx)
      return submitSheet(ctx, { ...(await versionFor(ctx)), reason: '' })
    },
    reopen: (ctx) => {
      tried = memberId
      return reopenSheet(ctx, { ...scored.key, memberId, reason: 'Bấm nhầm' })
    },
  } satisfies Record<keyof typeof sheetActs, (ctx: Ctx) => Promise<unknown>>,
  expected: {
    save: { from: ['draft', 'reopened'], by: ['councilMember', 'councilChair'] },
    submit: { from: ['draft', 'reopened'], to: 'submitted', by: ['councilMember', 'councilChair'] },
    reopen: { from: ['submitted'], to: 'reopened', by: ['councilSecretary'] },
  },
})

const aRefusal = async () => {
  const dossierId = await world.dossier('proposed')
  await refuseDossier(hands.provincialOfficer, { dossierId, ground: 'forged', reason: 'Hợp đồng không có thật.' })
  return dossierId
}
const [refusedId, refusedOther] = [await aRefusal(), await aRefusal()]
const complaint = { dossierId: refusedId, reason: 'Nguyên liệu là của xã, hợp đồng kèm theo.' }
const filedAppeal = await fileAppeal(as(people.producer, worldDay), complaint, null)
const appealId = filedAppeal.ok ? filedAppeal.value.appealId : 'apl_'
const answer = {
  answer: 'Hợp đồng kèm theo là thật, xã xét lại.',
  number: '12/QĐ-UBND',
  signedOn: worldDay.slice(0, 10),
  signer: 'Trần Lãnh Đạo',
}
const appealTimes = (status: AppealStatus) => ({
  status,
  accepted_at: status === 'filed' ? null : base.now,
  answer_due_on: status === 'filed' ? null : '2027-01-30',
  ...(['granted', 'rejected'].includes(status)
    ? { answer: 'Lý do', answer_number: '1', answer_signed_on: '2026-11-23', answer_signer: 'A' }
    : { answer: null, answer_number: null, answer_signed_on: null, answer_signer: null }),
  ended_at: ['filed', 'accepted'].includes(status) ? null : base.now,
})
const fitting = { filed: 'refused', accepted: 'refused', granted: 'proposed', rejected: 'refused', withdrawn: 'refused' } as const

// Luật Khiếu nại 02/2011/QH13: whoever the decision concerns complains and may take it back; the authority takes it up and answers.
tryActs(appealTable, {
  base,
  people,
  put: async (tx, status) => {
    await tx.updateTable('appeal').set(appealTimes(status)).where('id', '=', appealId).execute()
    await tx.updateTable('dossier').set({ status: fitting[status] }).where('id', '=', refusedId).execute()
  },
  state: async (tx) => (await tx.selectFrom('appeal').select('status').where('id', '=', appealId).executeTakeFirstOrThrow()).status,
  attempts: {
    file: (ctx) => fileAppeal(ctx, { ...complaint, dossierId: refusedOther }, null),
    withdraw: (ctx) => withdrawAppeal(ctx, { appealId }),
    accept: (ctx) => acceptAppeal(ctx, { appealId, isComplex: false }),
    // Moving the dossier is an act of its own; for everybody but the office the answer fails before it.
    grant: (ctx) =>
      answerAppeal(ctx, {
        appealId,
        grants: true,
        ...answer,
        ...(hasRole(ctx.actor, 'provincial-officer') ? {} : { signedOn: '2027-06-01' }),
      }),
    reject: (ctx) => answerAppeal(ctx, { appealId, grants: false, ...answer }),
  } satisfies Record<keyof typeof appealActs, (ctx: Ctx) => Promise<unknown>>,
  expected: {
    file: { by: ['producer'] },
    withdraw: { from: ['filed', 'accepted'], to: 'withdrawn', by: ['producer'] },
    accept: { from: ['filed'], to: 'accepted', by: offices },
    grant: { from: ['accepted'], to: 'granted', by: offices },
    reject: { from: ['accepted'], to: 'rejected', by: offices },
  },
})
