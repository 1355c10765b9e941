import { refuse, refuseStatus } from '@dacsan/decisions'
import type { Refused, StatusRefusal } from '@dacsan/decisions'
import { addDays } from '@dacsan/vietnam'
import { actorId } from './actor.ts'
import type { Actor, Role } from './actor.ts'
import { membershipActs } from './acts.ts'
import type { MembershipStatus } from './acts.ts'
import type { UserId } from './ids.ts'

/** The last day of a role belongs to it; the day after, it has ended. */
export function membershipStatusOf({ until }: { until: string | null }, today: string): MembershipStatus {
  return until === null || until >= today ? 'held' : 'ended'
}

/** The last day to write down so that a role is in this state today: it ends with yesterday, so that the next request is refused. */
export function untilFor(status: MembershipStatus, today: string): string | null {
  return { held: null, ended: addDays(today, -1) }[status]
}

export type EndRefusal =
  | StatusRefusal<typeof membershipActs.end, MembershipStatus>
  | { code: 'last-administrator' }
  | { code: 'role-by-administrator'; role: Role }

/** Who runs the accounts decides nothing of the programme, unless somebody else lets him. */
export function refuseOwnAccount(actor: Actor, userId: UserId): Refused<{ code: 'own-account' }> | null {
  return actorId(actor) === userId ? refuse('own-account') : null
}

/** Taking a second factor away is confirmed by an administrator who neither asked for it nor owns the account. */
export function refuseFactorRemoval(
  actor: Actor,
  { userId, askedById }: { userId: UserId; askedById: UserId },
): Refused<{ code: 'second-administrator' }> | null {
  return [userId, askedById].some((one) => one === actorId(actor)) ? refuse('second-administrator') : null
}

/** Somebody must remain who can give roles. */
export function decideEnd({
  status,
  isLastAdministrator,
}: {
  status: MembershipStatus
  isLastAdministrator: boolean
}): Refused<EndRefusal> | null {
  return refuseStatus(membershipActs.end, status) ?? (isLastAdministrator ? refuse('last-administrator') : null)
}
