import { Forbidden, NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, ReadDb, Tx } from '../../context.ts'
import { requireAct } from '../../identity/index.ts'
import { interestsOf } from '../councils/conflict.store.ts'
import type { MemberConflict, ProposedTieRow } from '../councils/conflict.store.ts'
import { sessionRoleOf, tiesOfSession } from '../policy.ts'
import type { SessionRole } from '../policy.ts'
import { totalOf } from '../rules.ts'
import type { CouncilRules, DossierScoring, SessionRules, sessionActs, sheetActs } from '../rules.ts'
import type { CouncilMemberId, SessionId } from '../rules/ids.ts'
import { selectAllSheets } from '../sheets/sheet.store.ts'
import type { StoredSheet } from '../sheets/sheet.store.ts'
import { selectDisclosures } from './deviation.store.ts'
import { lockSession, selectSeats, selectSession, selectSessionDossiers } from './session.store.ts'
import type { SeatedMember, Session, SessionDossier } from './session.store.ts'
import type { DossierId } from '../../dossiers/rules.ts'

type OpenedSession = {
  session: Session
  seats: SeatedMember[]
  /** The actor's own membership of the council; it names no seat for those without a seat, who get no further than reading. */
  memberId: CouncilMemberId
}
export type SessionView = OpenedSession & { role: SessionRole }

/** Reads a session as one of these; other readers of it are told so, for everybody else it does not exist. */
export async function openSessionAs(
  ctx: Pick<Ctx, 'db' | 'actor'>,
  sessionId: SessionId,
  ...roles: readonly SessionRole[]
): Promise<SessionView> {
  const session = await selectSession(ctx.db, sessionId)
  const { role, ...opened } = await seatIn(ctx.db, ctx, session)
  if (role === null) {
    if (ctx.actor.kind === 'visitor') throw new Forbidden('sign-in')
    throw new NotFound('No such session', { sessionId })
  }
  if (!roles.includes(role)) throw new Forbidden('session-role', { role, wanted: roles })
  return { ...opened, role }
}

type Act<Acts> = Acts[keyof Acts]

/** Opens a session for an act and holds it until the end of the transaction; who may, the row of the act says. */
export async function lockSessionAs(
  tx: Tx,
  ctx: Pick<Ctx, 'actor'>,
  sessionId: SessionId,
  act: Act<typeof sessionActs> | Act<typeof sheetActs>,
  lock: 'update' | 'share' = 'update',
): Promise<OpenedSession> {
  const { role, ...opened } = await seatIn(tx, ctx, await lockSession(tx, sessionId, lock))
  // A visitor is asked to sign in rather than told that there is nothing.
  requireAct(ctx.actor, act, tiesOfSession(role), { known: role !== null || ctx.actor.kind === 'visitor' })
  return opened
}

async function seatIn(db: ReadDb, { actor }: Pick<Ctx, 'actor'>, session: Session | undefined) {
  if (!session) throw new NotFound('No such session')
  const seats = await selectSeats(db, session.id)
  const own = actor.kind === 'person' ? seats.find((seat) => seat.userId === actor.userId) : undefined
  return { session, seats, memberId: own?.memberId ?? 'cmb_', role: sessionRoleOf(actor, seats, session.status) }
}

export async function sessionDossier(db: ReadDb, sessionId: SessionId, dossierId: DossierId): Promise<SessionDossier> {
  const dossier = (await selectSessionDossiers(db, sessionId)).find((row) => row.dossierId === dossierId)
  if (!dossier) throw new NotFound('No such dossier in the session', { sessionId, dossierId })
  return dossier
}

export const councilRules = ({ quorumPercent, quorumNeedsChair, deviationPoints }: SessionRules): CouncilRules => ({
  quorumPercent: quorumPercent.value,
  quorumNeedsChair: quorumNeedsChair.value,
  deviationPoints: deviationPoints.value,
})

export type DossierInSession = {
  dossier: SessionDossier
  scoring: DossierScoring
  sheets: StoredSheet[]
  conflicts: MemberConflict[]
  ties: ProposedTieRow[]
}

/** Every dossier of the session, points included: for the close and for what names nobody. Never leaves the module. */
export async function readSessionDossiers(db: ReadDb, ctx: Pick<Ctx, 'now'>, sessionId: SessionId): Promise<DossierInSession[]> {
  const dossiers = await selectSessionDossiers(db, sessionId)
  const sheets = Map.groupBy(await selectAllSheets(db, sessionId), (sheet) => sheet.dossierId)
  const { conflicts, ties: proposed } = await interestsOf(db, sessionId, dateInVietnam(ctx.now))
  const disclosures = await selectDisclosures(db, sessionId)
  return dossiers.map((dossier) => {
    const own = sheets.get(dossier.dossierId) ?? []
    const excluding = conflicts.filter((conflict) => conflict.dossierId === dossier.dossierId)
    const excluded = [...new Set(excluding.map((conflict) => conflict.memberId))]
    const ties = proposed.filter((tie) => tie.dossierId === dossier.dossierId)
    return {
      dossier,
      sheets: own,
      conflicts: excluding,
      ties,
      scoring: {
        dossierId: dossier.dossierId,
        code: dossier.code,
        excluded,
        undecided: undecidedMembers(ties, excluded),
        finding: dossier.finding,
        discussion: dossier.discussion,
        sheets: own.map(({ memberId, status, lines }) => ({ memberId, status, total: totalOf(lines) })),
        disclosed: disclosures.get(dossier.dossierId) ?? null,
      },
    }
  })
}

/** Members about whom the secretary has still to say whether they are tied to the dossier; whoever is excluded anyway waits for nothing. */
const undecidedMembers = (ties: readonly ProposedTieRow[], excluded: readonly CouncilMemberId[]): CouncilMemberId[] => [
  ...new Set(ties.flatMap(({ memberId, decision }) => (decision === null && !excluded.includes(memberId) ? [memberId] : []))),
]

/** The same of one dossier. */
export async function readSessionDossier(db: ReadDb, ctx: Pick<Ctx, 'now'>, key: { sessionId: SessionId; dossierId: DossierId }) {
  const found = (await readSessionDossiers(db, ctx, key.sessionId)).find(({ dossier }) => dossier.dossierId === key.dossierId)
  if (!found) throw new NotFound('No such dossier in the session', key)
  return found
}
