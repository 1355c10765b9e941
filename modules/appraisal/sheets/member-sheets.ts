import { mayOf } from '@dacsan/decisions'
import type { May } from '@dacsan/decisions'
import { scoredCriteria } from '@dacsan/scorecard'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { grantsOf } from '../../identity/index.ts'
import { criteriaSet } from '../../law/index.ts'
import { interestsOf, withoutKey } from '../councils/conflict.store.ts'
import { tiesOfSession } from '../policy.ts'
import { memberSheetStateOf, sessionActs, totalOf } from '../rules.ts'
import type { ConflictOfInterest, MemberSheetState, ProposedTie, Seat } from '../rules.ts'
import type { SessionId } from '../rules/ids.ts'
import { openSessionAs } from '../sessions/open-session-as.ts'
import { selectSessionDossiers } from '../sessions/session.store.ts'
import type { Session, SessionDossier } from '../sessions/session.store.ts'
import { selectOwnSheets } from './sheet.store.ts'

export type MemberSheetRow = SessionDossier & {
  setName: string
  criteria: number
  marked: number
  state: MemberSheetState
  /** The member can open the sheet, to score it or to read what they scored. */
  isOpen: boolean
  ownTotal: number
  conflict: ConflictOfInterest | null
  /** The member declared the conflict themselves, so they may take it back. */
  isDeclared: boolean
  /** What the platform saw and the secretary has still to judge; until then the member scores. */
  proposed: { tie: ProposedTie; basis: string }[]
}

export type MemberSheets = {
  session: Session
  seat: Seat
  present: boolean
  /** Scoring has begun. */
  begun: boolean
  /** Of the sheets that the member has to hand in. */
  submitted: number
  expected: number
  dossiers: MemberSheetRow[]
  /** What the council turned to, while it meets. */
  onTable: MemberSheetRow | null
  may: May<typeof sessionActs>
}

/** The dossiers of a session as one member sees them: their own sheets and nothing of anybody else's. */
export async function memberSheets(ctx: Ctx, sessionId: SessionId): Promise<MemberSheets> {
  const { session, seats, memberId, role } = await openSessionAs(ctx, sessionId, 'member', 'chair')
  const own = await selectOwnSheets(ctx.db, sessionId, memberId)
  const { conflicts, ties: proposed } = await interestsOf(ctx.db, sessionId, dateInVietnam(ctx.now))
  const ties = proposed.filter((tie) => tie.memberId === memberId)
  const { seat, present } = seats.find((candidate) => candidate.memberId === memberId)!
  const begun = session.status !== 'preparing'
  const dossiers = (await selectSessionDossiers(ctx.db, sessionId)).map((dossier): MemberSheetRow => {
    const set = criteriaSet(dossier.criteriaDecision, dossier.setCode)
    const sheet = own.find((candidate) => candidate.dossierId === dossier.dossierId)
    const conflict = conflicts.find((candidate) => candidate.dossierId === dossier.dossierId && candidate.memberId === memberId)
    return {
      ...dossier,
      setName: set.name,
      criteria: scoredCriteria(set).length,
      marked: sheet?.lines.length ?? 0,
      state: memberSheetStateOf({ finding: dossier.finding, hasConflict: conflict !== undefined, status: sheet?.status ?? null }),
      isOpen: begun && !conflict && dossier.finding === null,
      ownTotal: totalOf(sheet?.lines ?? []),
      conflict: conflict ? withoutKey(conflict) : null,
      isDeclared: conflict?.origin === 'declared',
      proposed: conflict
        ? []
        : ties.flatMap(({ dossierId, tie, basis, decision }) =>
            dossierId === dossier.dossierId && decision === null ? [{ tie, basis }] : [],
          ),
    }
  })
  const toScore = dossiers.filter(({ conflict, finding }) => !conflict && !finding)
  return {
    session,
    seat,
    present,
    begun,
    submitted: toScore.filter(({ state }) => state === 'submitted').length,
    expected: toScore.length,
    dossiers,
    onTable: dossiers.find(({ dossierId }) => dossierId === session.onTable) ?? null,
    may: mayOf(sessionActs, session.status, grantsOf(ctx.actor, tiesOfSession(role))),
  }
}
