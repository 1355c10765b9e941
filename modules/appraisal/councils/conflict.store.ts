import type { ReadDb, Tx } from '../../context.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import type { Actor, UserId } from '../../identity/rules.ts'
import { isExcluding, isProposed, overStatuses, scores, tiesOfInterest } from '../rules.ts'
import type { ConflictOfInterest, InterestTie, ProposedTie, TieDecision } from '../rules.ts'
import type { DossierId } from '../../dossiers/rules.ts'
import type { CouncilMemberId, SessionId } from '../rules/ids.ts'
import { tiesOfDossiers, tiesOfPeople } from './tie-facts.store.ts'

export type MemberConflict = ConflictOfInterest & { dossierId: DossierId; memberId: CouncilMemberId }

/**
 * Every conflict of a session: what was declared, what was found when it opened, what can be found now, and what the secretary confirmed.
 * A tie that has since been cut stays a conflict; one that has since appeared is one at once, until the close wrote down what there was.
 */
export async function conflictsOf(db: ReadDb, sessionId: SessionId, today: string): Promise<MemberConflict[]> {
  return (await interestsOf(db, sessionId, today)).conflicts
}

export type SessionInterests = { conflicts: MemberConflict[]; ties: ProposedTieRow[] }

/** The conflicts and the proposed ties of a session at once: whatever its size, everything is read by the same few statements. */
export async function interestsOf(db: ReadDb, sessionId: SessionId, today: string): Promise<SessionInterests> {
  const found = (await isOpen(db, sessionId)) ? await computeForSession(db, sessionId, today) : { conflicts: [], proposals: [] }
  const judged = await selectProposedTies(db, sessionId)
  return { conflicts: await knownConflicts(db, sessionId, found.conflicts, judged), ties: withProposals(judged, found.proposals) }
}

async function knownConflicts(
  db: ReadDb,
  sessionId: SessionId,
  found: FoundTies['conflicts'],
  judged: readonly ProposedTieRow[],
): Promise<MemberConflict[]> {
  const known = await db
    .selectFrom('conflict_of_interest')
    .select(['dossier_id as dossierId', 'member_id as memberId', 'origin', 'reason'])
    .where('session_id', '=', sessionId)
    .orderBy('origin', 'desc')
    .execute()
  const confirmed = judged
    .filter(({ decision }) => decision === 'confirmed')
    .map(({ dossierId, memberId, tie, reason }) => ({ dossierId, memberId, origin: 'confirmed' as const, reason: tie, because: reason }))
  const isKnown = (conflict: FoundTies['conflicts'][number]) =>
    known.some((other) => other.origin === 'computed' && other.dossierId === conflict.dossierId && other.memberId === conflict.memberId)
  return [...known, ...confirmed, ...found.filter((conflict) => !isKnown(conflict))]
}

export async function conflictOf(
  db: ReadDb,
  key: { sessionId: SessionId; dossierId: DossierId; memberId: CouncilMemberId },
  today: string,
): Promise<ConflictOfInterest | null> {
  const all = await conflictsOf(db, key.sessionId, today)
  const own = all.find((conflict) => conflict.dossierId === key.dossierId && conflict.memberId === key.memberId)
  return own ? withoutKey(own) : null
}

/** The conflict itself, without whose it is and in which dossier. */
export function withoutKey(found: MemberConflict): ConflictOfInterest {
  const { dossierId: _, memberId: __, ...conflict } = found
  return conflict
}

/** A tie that the platform proposes, and what the secretary made of it. */
export type ProposedTieRow = {
  dossierId: DossierId
  memberId: CouncilMemberId
  tie: ProposedTie
  /** What it rests on: for whoever judges it and for the member. */
  basis: string
  decision: TieDecision | null
  reason: string
  decidedBy: string | null
}

/** What was proposed and can be found now; in a closed session what there was. */
function withProposals(judged: readonly ProposedTieRow[], found: FoundTies['proposals']): ProposedTieRow[] {
  const isKnown = ({ dossierId, memberId, tie }: FoundTies['proposals'][number]) =>
    judged.some((other) => other.dossierId === dossierId && other.memberId === memberId && other.tie === tie)
  const unjudged = found.filter((proposal) => !isKnown(proposal))
  return [...judged, ...unjudged.map((proposal) => ({ ...proposal, decision: null, reason: '', decidedBy: null }))]
}

async function selectProposedTies(db: ReadDb, sessionId: SessionId): Promise<ProposedTieRow[]> {
  return db
    .selectFrom('proposed_tie')
    .select(['dossier_id as dossierId', 'member_id as memberId', 'tie', 'basis', 'decision', 'reason', 'decided_by_name as decidedBy'])
    .where('session_id', '=', sessionId)
    .orderBy('found_at')
    .orderBy('member_id')
    .orderBy('tie')
    .execute()
}

/** What the secretary judged of a proposed tie; the last judgement stands, the audit trail has them all. */
export async function storeTieDecision(
  tx: Tx,
  key: { sessionId: SessionId; dossierId: DossierId; memberId: CouncilMemberId; tie: ProposedTie; basis: string },
  judged: { decision: TieDecision; reason: string; by: Actor; at: Date },
): Promise<void> {
  const decided = {
    decision: judged.decision,
    reason: judged.reason,
    decided_by: actorId(judged.by),
    decided_by_name: actorName(judged.by),
    decided_at: judged.at,
  }
  await tx
    .insertInto('proposed_tie')
    .values({
      session_id: key.sessionId,
      dossier_id: key.dossierId,
      member_id: key.memberId,
      tie: key.tie,
      basis: key.basis,
      found_at: judged.at,
      ...decided,
    })
    .onConflict((row) => row.columns(['session_id', 'dossier_id', 'member_id', 'tie']).doUpdateSet(decided))
    .execute()
}

async function isOpen(db: ReadDb, sessionId: SessionId): Promise<boolean> {
  const open = await db
    .selectFrom('council_session')
    .select('id')
    .where('id', '=', sessionId)
    .where('status', 'not in', [...overStatuses])
    .executeTakeFirst()
  return open !== undefined
}

/** Writes down what can be found today. */
export async function storeTies(tx: Tx, sessionId: SessionId, today: string, at: Date): Promise<void> {
  const { conflicts, proposals } = await computeForSession(tx, sessionId, today)
  if (conflicts.length > 0) {
    await tx
      .insertInto('conflict_of_interest')
      .values(
        conflicts.map(({ dossierId, memberId, reason }) => ({
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
  if (proposals.length > 0) {
    await tx
      .insertInto('proposed_tie')
      .values(
        proposals.map(({ dossierId, memberId, tie, basis }) => ({
          session_id: sessionId,
          dossier_id: dossierId,
          member_id: memberId,
          tie,
          basis,
          found_at: at,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
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
export async function tiesBetween(db: ReadDb, userId: UserId, dossierId: DossierId, today: string): Promise<InterestTie[]> {
  const [member] = await tiesOfPeople(db, [userId], today)
  const [dossier] = await tiesOfDossiers(db, [dossierId])
  return member && dossier ? tiesOfInterest(member, dossier).map(({ tie }) => tie) : []
}

/** Of these dossiers those in which somebody has a conflict, found now or known in any session, closed ones too. */
export async function selectConflicted(
  db: ReadDb,
  userId: UserId,
  dossierIds: readonly DossierId[],
  today: string,
): Promise<Set<DossierId>> {
  if (dossierIds.length === 0) return new Set()
  const known = await db
    .selectFrom('conflict_of_interest as conflict')
    .innerJoin('council_member as member', 'member.id', 'conflict.member_id')
    .select('conflict.dossier_id')
    .where('member.user_id', '=', userId)
    .where('conflict.dossier_id', 'in', [...dossierIds])
    .execute()
  const confirmed = await db
    .selectFrom('proposed_tie as proposal')
    .innerJoin('council_member as member', 'member.id', 'proposal.member_id')
    .select('proposal.dossier_id')
    .where('member.user_id', '=', userId)
    .where('proposal.decision', '=', 'confirmed')
    .where('proposal.dossier_id', 'in', [...dossierIds])
    .execute()
  const [person] = await tiesOfPeople(db, [userId], today)
  const found = person
    ? (await tiesOfDossiers(db, dossierIds)).filter((dossier) => tiesOfInterest(person, dossier).some(({ tie }) => isExcluding(tie)))
    : []
  return new Set([...known, ...confirmed].map((row) => row.dossier_id).concat(found.map(({ dossierId }) => dossierId)))
}

type FoundTies = {
  conflicts: (Extract<ConflictOfInterest, { origin: 'computed' | 'declared' }> & { dossierId: DossierId; memberId: CouncilMemberId })[]
  proposals: { dossierId: DossierId; memberId: CouncilMemberId; tie: ProposedTie; basis: string }[]
}

/** Proposals are about those who score: whoever judges them has no points to take out. */
async function computeForSession(db: ReadDb, sessionId: SessionId, today: string): Promise<FoundTies> {
  const seats = await db
    .selectFrom('session_attendance as attendance')
    .innerJoin('council_member as member', 'member.id', 'attendance.member_id')
    .select(['member.id as memberId', 'member.user_id as userId', 'member.seat'])
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
  const found = seats.flatMap(({ memberId, userId, seat }) => {
    const person = people.find((candidate) => candidate.userId === userId)
    if (!person) return []
    return dossiers.flatMap((dossier) =>
      tiesOfInterest(person, dossier).map((interest) => ({ dossierId: dossier.dossierId, memberId, seat, ...interest })),
    )
  })
  const conflicts: FoundTies['conflicts'] = []
  const proposals: FoundTies['proposals'] = []
  for (const { dossierId, memberId, seat, tie, basis } of found) {
    const isKnown = conflicts.some((other) => other.dossierId === dossierId && other.memberId === memberId)
    if (isExcluding(tie)) {
      if (!isKnown) conflicts.push({ dossierId, memberId, origin: 'computed', reason: tie })
    } else if (isProposed(tie) && scores(seat)) proposals.push({ dossierId, memberId, tie, basis })
  }
  return { conflicts, proposals }
}
