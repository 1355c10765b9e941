import type { ReadDb, Tx } from '../../context.ts'
import { reviewersOf } from '../../dossiers/index.ts'
import type { UserId } from '../../identity/rules.ts'
import { computeConflicts } from '../rules.ts'
import type { ComputedConflict, ConflictOfInterest, DossierTies, MemberTies } from '../rules.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import type { CouncilMemberId, SessionId } from '../rules/ids.ts'

export type MemberConflict = ConflictOfInterest & { dossierId: DossierId; memberId: CouncilMemberId }

/**
 * Every conflict of a session: what was declared, what was found when it opened, and what can be found now.
 * A tie that has since been cut stays a conflict; one that has since appeared is one at once, until the close wrote down what there was.
 */
export async function conflictsOf(db: ReadDb, sessionId: SessionId, today: string): Promise<MemberConflict[]> {
  const known = await db
    .selectFrom('conflict_of_interest')
    .select(['dossier_id as dossierId', 'member_id as memberId', 'origin', 'reason'])
    .where('session_id', '=', sessionId)
    .execute()
  const open = await db
    .selectFrom('council_session')
    .select('id')
    .where('id', '=', sessionId)
    .where('status', '!=', 'closed')
    .executeTakeFirst()
  if (!open) return known
  const found = (await computeForSession(db, sessionId, today)).filter(
    (conflict) =>
      !known.some((other) => other.origin === 'computed' && other.dossierId === conflict.dossierId && other.memberId === conflict.memberId),
  )
  return [...known, ...found]
}

export async function conflictOf(
  db: ReadDb,
  key: { sessionId: SessionId; dossierId: DossierId; memberId: CouncilMemberId },
  today: string,
): Promise<ConflictOfInterest | null> {
  const all = await conflictsOf(db, key.sessionId, today)
  const own = all.find((conflict) => conflict.dossierId === key.dossierId && conflict.memberId === key.memberId)
  return own ? { origin: own.origin, reason: own.reason } : null
}

/** Writes down what can be found today. */
export async function storeComputedConflicts(tx: Tx, sessionId: SessionId, today: string, at: Date): Promise<void> {
  const found = await computeForSession(tx, sessionId, today)
  if (found.length === 0) return
  await tx
    .insertInto('conflict_of_interest')
    .values(
      found.map(({ dossierId, memberId, reason }) => ({
        session_id: sessionId,
        dossier_id: dossierId,
        member_id: memberId,
        origin: 'computed',
        reason,
        at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function insertDeclaredConflict(
  tx: Tx,
  conflict: { sessionId: SessionId; dossierId: DossierId; memberId: CouncilMemberId; reason: string; at: Date },
): Promise<void> {
  await tx
    .insertInto('conflict_of_interest')
    .values({
      session_id: conflict.sessionId,
      dossier_id: conflict.dossierId,
      member_id: conflict.memberId,
      origin: 'declared',
      reason: conflict.reason,
      at: conflict.at,
    })
    .onConflict((row) => row.columns(['session_id', 'dossier_id', 'member_id', 'origin']).doUpdateSet({ reason: conflict.reason }))
    .execute()
}

export async function deleteDeclaredConflict(
  tx: Tx,
  key: { sessionId: SessionId; dossierId: DossierId; memberId: CouncilMemberId },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('conflict_of_interest')
    .where('session_id', '=', key.sessionId)
    .where('dossier_id', '=', key.dossierId)
    .where('member_id', '=', key.memberId)
    .where('origin', '=', 'declared')
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** The ties of one person to one dossier, for whoever is asked to write about it. */
export async function tiesBetween(db: ReadDb, userId: UserId, dossierId: DossierId, today: string): Promise<ComputedConflict[]> {
  const [member] = await tiesOfPeople(db, [userId], today)
  const [dossier] = await tiesOfDossiers(db, [dossierId])
  return member && dossier ? computeConflicts(member, dossier) : []
}

async function computeForSession(db: ReadDb, sessionId: SessionId, today: string): Promise<MemberConflict[]> {
  const seats = await db
    .selectFrom('session_attendance as attendance')
    .innerJoin('council_member as member', 'member.id', 'attendance.member_id')
    .select(['member.id as memberId', 'member.user_id as userId'])
    .where('attendance.session_id', '=', sessionId)
    .execute()
  const rows = await db.selectFrom('session_dossier').select('dossier_id').where('session_id', '=', sessionId).execute()
  const people = await tiesOfPeople(
    db,
    seats.map((seat) => seat.userId),
    today,
  )
  const dossiers = await tiesOfDossiers(
    db,
    rows.map((row) => row.dossier_id),
  )
  return seats.flatMap(({ memberId, userId }) => {
    const person = people.find((candidate) => candidate.userId === userId)
    if (!person) return []
    return dossiers.flatMap((dossier) => {
      const [reason] = computeConflicts(person, dossier)
      return reason ? [{ dossierId: dossier.dossierId, memberId, origin: 'computed' as const, reason }] : []
    })
  })
}

async function tiesOfPeople(db: ReadDb, userIds: readonly UserId[], today: string): Promise<MemberTies[]> {
  if (userIds.length === 0) return []
  const rows = await db
    .selectFrom('person_card as person')
    .leftJoin('membership_card as membership', 'membership.user_id', 'person.id')
    .leftJoin('organisation_card as organisation', 'organisation.id', 'membership.organisation_id')
    .select([
      'person.id',
      'person.email',
      'membership.role',
      'membership.until',
      'organisation.id as organisationId',
      'organisation.commune_code',
    ])
    .where('person.id', 'in', [...userIds])
    .execute()
  return [...Map.groupBy(rows, (row) => row.id).values()].map((memberships) => ({
    userId: memberships[0]!.id,
    email: memberships[0]!.email,
    // Also memberships that have ended: whoever has just left a producer is not a stranger to it.
    organisationIds: memberships.flatMap((row) => row.organisationId ?? []),
    communeCodes: memberships.flatMap((row) =>
      row.role === 'commune-officer' && row.commune_code !== null && (row.until === null || row.until >= today) ? [row.commune_code] : [],
    ),
  }))
}

async function tiesOfDossiers(db: ReadDb, dossierIds: readonly DossierId[]): Promise<(DossierTies & { dossierId: DossierId })[]> {
  if (dossierIds.length === 0) return []
  const rows = await db
    .selectFrom('dossier_card as dossier')
    .innerJoin('producer_card as producer', 'producer.id', 'dossier.producer_id')
    .select(['dossier.id', 'dossier.commune_code', 'producer.organisation_id', 'producer.email'])
    .where('dossier.id', 'in', [...dossierIds])
    .execute()
  const reviewers = await reviewersOf(db, dossierIds)
  return rows.map((row) => ({
    dossierId: row.id,
    producerOrganisationId: row.organisation_id,
    producerEmail: row.email,
    communeCode: row.commune_code,
    reviewerIds: reviewers.get(row.id) ?? [],
  }))
}
