import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import { overStatuses, sessionStatuses } from '../rules.ts'
import type { Finding, Manner, Seat, SessionRules, SessionStatus } from '../rules.ts'
import type { DossierId, RoundId } from '../../dossiers/rules.ts'
import type { CouncilId, CouncilMemberId, SessionId } from '../rules/ids.ts'

const sessions = (db: ReadDb) =>
  db
    .selectFrom('council_session as session')
    .innerJoin('council', 'council.id', 'session.council_id')
    .innerJoin('evaluation_round as round', 'round.id', 'session.round_id')
    .select([
      'session.id',
      'session.council_id as councilId',
      'council.name as councilName',
      'council.decision_number as councilDecisionNumber',
      'council.decision_date as councilDecisionDate',
      'session.round_id as roundId',
      'round.name as roundName',
      'session.manner',
      'session.held_on as heldOn',
      'session.answer_until as answerUntil',
      'session.place',
      'session.status',
      'session.rules',
      'session.created_at as calledAt',
      'session.closed_at as closedAt',
      'session.minutes_note as minutesNote',
      'session.called_for as calledFor',
      'session.began_at as beganAt',
      'session.ended_at as endedAt',
      'session.change_reason as changeReason',
      'session.on_table as onTable',
    ])
    .select(sql<boolean>`exists (select from appraisal_result result where result.session_id = session.id)`.as('hasResults'))

type SessionRow = Awaited<ReturnType<ReturnType<typeof sessions>['executeTakeFirstOrThrow']>>
export type Session = SessionRow

export async function selectSession(db: ReadDb, sessionId: SessionId): Promise<Session | undefined> {
  return sessions(db).where('session.id', '=', sessionId).executeTakeFirst()
}

/** The latest first. `userId` keeps those in whose council somebody sits. */
export async function selectSessions(db: ReadDb, filter: { userId?: UserId; closedOnly?: boolean }): Promise<Session[]> {
  let query = sessions(db).orderBy('session.held_on', 'desc').orderBy('session.id', 'desc')
  const { userId } = filter
  if (userId !== undefined) {
    query = query.where('session.council_id', 'in', (nested) =>
      nested.selectFrom('council_member').select('council_id').where('user_id', '=', userId),
    )
  }
  if (filter.closedOnly) query = query.where('session.status', '=', 'closed')
  return query.execute()
}

/**
 * `update` for whoever moves the session itself, `share` for whoever writes inside it:
 * a close waits for the sheets being saved, and a sheet that comes later finds the session closed.
 */
export async function lockSession(tx: Tx, sessionId: SessionId, lock: 'update' | 'share'): Promise<Session | undefined> {
  const row = tx.selectFrom('council_session').select('id').where('id', '=', sessionId)
  await (lock === 'update' ? row.forUpdate() : row.forShare()).executeTakeFirst()
  return selectSession(tx, sessionId)
}

export async function insertSession(
  tx: Tx,
  session: {
    id: SessionId
    councilId: CouncilId
    roundId: RoundId
    manner: Manner
    heldOn: string
    place: string
    calledFor: string | null
    rules: SessionRules
    dossierIds: readonly DossierId[]
    at: Date
  },
): Promise<void> {
  await tx
    .insertInto('council_session')
    .values({
      id: session.id,
      council_id: session.councilId,
      round_id: session.roundId,
      manner: session.manner,
      held_on: session.heldOn,
      answer_until: session.manner === 'written' ? session.heldOn : null,
      place: session.place,
      called_for: session.calledFor,
      status: sessionStatuses[0],
      rules: JSON.stringify(session.rules),
      created_at: session.at,
    })
    .execute()
  await tx
    .insertInto('session_dossier')
    .values(session.dossierIds.map((dossierId, at) => ({ session_id: session.id, dossier_id: dossierId, position: at + 1 })))
    .execute()
  await tx
    .insertInto('session_attendance')
    .columns(['session_id', 'member_id'])
    .expression((nested) =>
      nested
        .selectFrom('council_member')
        .select(({ val }) => [val(session.id).as('session_id'), 'id'])
        .where('council_id', '=', session.councilId),
    )
    .execute()
}

/** Another day, hour or place, with the rules of that day. */
export async function updateSessionCall(
  tx: Tx,
  sessionId: SessionId,
  call: { heldOn: string; place: string; calledFor: string | null; rules: SessionRules; reason: string },
): Promise<void> {
  await tx
    .updateTable('council_session')
    .set((change) => ({
      held_on: call.heldOn,
      answer_until: sql<string | null>`case when manner = 'written' then ${call.heldOn}::date end`,
      place: call.place,
      called_for: call.calledFor,
      rules: JSON.stringify(call.rules),
      change_reason: call.reason,
      version: change('version', '+', 1),
    }))
    .where('id', '=', sessionId)
    .execute()
}

export async function updateSessionCancelled(
  tx: Tx,
  sessionId: SessionId,
  { status, reason }: { status: SessionStatus; reason: string },
): Promise<void> {
  await tx
    .updateTable('council_session')
    .set((change) => ({ status, change_reason: reason, version: change('version', '+', 1) }))
    .where('id', '=', sessionId)
    .execute()
}

export async function updateSessionStatus(
  tx: Tx,
  sessionId: SessionId,
  status: SessionStatus,
  closed?: { at: Date; by: UserId | null; heldOn: string },
): Promise<void> {
  await tx
    .updateTable('council_session')
    .set((change) => ({
      status,
      version: change('version', '+', 1),
      ...(closed && { closed_at: closed.at, closed_by: closed.by, held_on: closed.heldOn }),
    }))
    .where('id', '=', sessionId)
    .execute()
}

export async function updateMinutesNote(
  tx: Tx,
  sessionId: SessionId,
  written: { note: string; beganAt: string | null; endedAt: string | null },
): Promise<void> {
  const { note, beganAt, endedAt } = written
  await tx
    .updateTable('council_session')
    .set({ minutes_note: note, began_at: beganAt, ended_at: endedAt })
    .where('id', '=', sessionId)
    .execute()
}

export type SeatedMember = {
  memberId: CouncilMemberId
  userId: UserId
  name: string
  agency: string
  seat: Seat
  present: boolean
  /** Why somebody is not counted as present, who wrote it and when; null where nobody wrote a reason. */
  absenceReason: string | null
  absenceNotedBy: string | null
  absenceNotedAt: Date | null
}

const seatOrder: Record<Seat, number> = { chair: 0, 'vice-chair': 1, member: 2, secretary: 3 }

/** The council of the session, in the order of its seats. */
export async function selectSeats(db: ReadDb, sessionId: SessionId): Promise<SeatedMember[]> {
  const rows = await db
    .selectFrom('session_attendance as attendance')
    .innerJoin('council_member as member', 'member.id', 'attendance.member_id')
    .select([
      'member.id as memberId',
      'member.user_id as userId',
      'member.name',
      'member.agency',
      'member.seat',
      'attendance.present',
      'attendance.absence_reason as absenceReason',
      'attendance.absence_noted_by as absenceNotedBy',
      'attendance.absence_noted_at as absenceNotedAt',
    ])
    .where('attendance.session_id', '=', sessionId)
    .orderBy('member.position')
    .execute()
  return rows.toSorted((a, b) => seatOrder[a.seat] - seatOrder[b.seat])
}

export async function updateAttendance(
  tx: Tx,
  sessionId: SessionId,
  noted: { present: readonly CouncilMemberId[]; reasons: ReadonlyMap<CouncilMemberId, string> },
  by: { name: string; at: Date },
): Promise<void> {
  await tx
    .updateTable('session_attendance')
    .set({
      present: sql<boolean>`member_id = any(${[...noted.present]}::text[])`,
      // A reason belongs to an absence: whoever is there again needs none.
      absence_reason: sql<string | null>`case when member_id = any(${[...noted.present]}::text[]) then null else absence_reason end`,
      absence_noted_by: sql<string | null>`case when member_id = any(${[...noted.present]}::text[]) then null else absence_noted_by end`,
      absence_noted_at: sql<Date | null>`case when member_id = any(${[...noted.present]}::text[]) then null else absence_noted_at end`,
    })
    .where('session_id', '=', sessionId)
    .execute()
  for (const [memberId, reason] of noted.reasons) {
    await tx
      .updateTable('session_attendance')
      .set({ absence_reason: reason, absence_noted_by: by.name, absence_noted_at: by.at })
      .where('session_id', '=', sessionId)
      .where('member_id', '=', memberId)
      .where('absence_reason', 'is distinct from', reason)
      .execute()
  }
}

const sessionDossiers = (db: ReadDb) =>
  db
    .selectFrom('session_dossier as row')
    .innerJoin('dossier_card as dossier', 'dossier.id', 'row.dossier_id')
    .innerJoin('product_card as product', 'product.id', 'dossier.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'dossier.producer_id')
    .innerJoin('commune_card as commune', 'commune.code', 'dossier.commune_code')
    .select([
      'row.dossier_id as dossierId',
      'row.position',
      'row.discussion',
      'row.finding',
      'row.finding_reason as findingReason',
      'row.presented_from as presentedFrom',
      'row.presented_to as presentedTo',
      'dossier.code',
      'dossier.kind',
      'dossier.status as dossierStatus',
      'dossier.criteria_decision as criteriaDecision',
      'dossier.set_code as setCode',
      'dossier.submitted_at as submittedAt',
      'dossier.is_sample as isSample',
      'product.id as productId',
      'producer.id as producerId',
      'commune.code as communeCode',
    ])
    // Once closed, a session keeps the names of its day.
    .select(({ fn }) => [
      fn.coalesce('row.product_name', 'product.name').as('productName'),
      fn.coalesce('row.producer_name', 'producer.name').as('producerName'),
      fn.coalesce('row.commune_name', 'commune.name').as('communeName'),
    ])

type SessionDossierRow = Awaited<ReturnType<ReturnType<typeof sessionDossiers>['executeTakeFirstOrThrow']>>
export type SessionDossier = Omit<SessionDossierRow, 'code'> & { code: string }

/** The dossiers of a session in the order in which they come before the council. */
export async function selectSessionDossiers(db: ReadDb, sessionId: SessionId): Promise<SessionDossier[]> {
  const rows = await sessionDossiers(db).where('row.session_id', '=', sessionId).orderBy('row.position').execute()
  return rows.map((row) => ({ ...row, code: row.code ?? row.dossierId }))
}

export async function updateSessionDossier(
  tx: Tx,
  key: { sessionId: SessionId; dossierId: DossierId },
  change: { discussion: string } | { finding: Finding | null; finding_reason: string },
): Promise<void> {
  await tx
    .updateTable('session_dossier')
    .set(change)
    .where('session_id', '=', key.sessionId)
    .where('dossier_id', '=', key.dossierId)
    .execute()
}

/** A dossier that its producer took back is off the table of every session that is not over. */
export async function updateTakenBack(tx: Tx, dossierId: DossierId): Promise<void> {
  await tx
    .updateTable('session_dossier')
    .set({ finding: 'withdrawn' satisfies Finding })
    .where('dossier_id', '=', dossierId)
    .where('session_id', 'in', (eb) =>
      eb
        .selectFrom('council_session')
        .select('id')
        .where('status', 'not in', [...overStatuses]),
    )
    .execute()
}
