import { scoredCriteria } from '@dacsan/scorecard'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import { criteriaSet } from '../../law/index.ts'
import { sitDown } from '../sessions/open-session-as.ts'
import { conflictsOf } from '../councils/conflict.store.ts'
import { totalOf } from '../rules.ts'
import type { ConflictOfInterest, Seat, SheetStatus } from '../rules.ts'
import { selectTable } from '../sessions/session.store.ts'
import type { Session, TabledDossier } from '../sessions/session.store.ts'
import { selectOwnSheets } from './sheet.store.ts'

export type DeskRow = TabledDossier & {
  setName: string
  criteria: number
  marked: number
  /** `blank` before the first mark. */
  status: SheetStatus | 'blank'
  ownTotal: number
  conflict: ConflictOfInterest | null
}

export type MemberDesk = { session: Session; seat: Seat; present: boolean; dossiers: DeskRow[] }

/** The dossiers of a session as one member sees them: their own sheets and nothing of anybody else's. */
export async function memberDesk(ctx: Ctx, sessionId: string): Promise<MemberDesk> {
  const { session, seats, desk } = await sitDown(ctx, sessionId, 'member', 'chair')
  const own = await selectOwnSheets(ctx.db, sessionId, desk.memberId)
  const conflicts = await conflictsOf(ctx.db, sessionId, dateInVietnam(ctx.now))
  const { seat, present } = seats.find((candidate) => candidate.memberId === desk.memberId)!
  const dossiers = (await selectTable(ctx.db, sessionId)).map((dossier): DeskRow => {
    const set = criteriaSet(dossier.criteriaDecision, dossier.setCode)
    const sheet = own.find((candidate) => candidate.dossierId === dossier.dossierId)
    const conflict = conflicts.find((candidate) => candidate.dossierId === dossier.dossierId && candidate.memberId === desk.memberId)
    return {
      ...dossier,
      setName: set.name,
      criteria: scoredCriteria(set).length,
      marked: sheet?.lines.length ?? 0,
      status: sheet?.status ?? 'blank',
      ownTotal: totalOf(sheet?.lines ?? []),
      conflict: conflict ? { origin: conflict.origin, reason: conflict.reason } : null,
    }
  })
  return { session, seat, present, dossiers }
}
