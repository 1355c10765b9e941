import { withoutKey } from '../councils/conflict.store.ts'
import type { MemberConflict } from '../councils/conflict.store.ts'
import { uncountedSheets } from '../rules.ts'
import type { ConflictOfInterest, DossierScoring } from '../rules.ts'
import type { CouncilMemberId } from '../rules/ids.ts'
import type { SeatedMember } from './session.store.ts'

/** Why a sheet that was handed in does not count: a conflict, or its member is not counted as present, with the reason of the secretary. */
type WhyUncounted = ({ why: 'conflict' } & ConflictOfInterest) | { why: 'absent'; reason: string | null }

export type UncountedInSession = { memberId: CouncilMemberId; name: string } & WhyUncounted

/** The sheets of one dossier that were handed in and do not count, each with its reason and never with what it says. */
export function uncountedIn(
  { scoring, conflicts }: { scoring: Pick<DossierScoring, 'excluded' | 'finding' | 'sheets'>; conflicts: readonly MemberConflict[] },
  seats: readonly SeatedMember[],
): UncountedInSession[] {
  return uncountedSheets(scoring, seats).map(({ memberId, why }): UncountedInSession => {
    const seat = seats.find((candidate) => candidate.memberId === memberId)
    const whose = { memberId, name: seat?.name ?? memberId }
    const conflict = conflicts.find((candidate) => candidate.memberId === memberId)
    if (why === 'conflict' && conflict) return { ...whose, why, ...withoutKey(conflict) }
    return { ...whose, why: 'absent', reason: seat?.absenceReason ?? null }
  })
}
