import { dateInVietnam } from '@dacsan/vietnam'
import type { ReadDb } from '../context.ts'
import { selectTerms } from './terms.store.ts'
import { identityTopics } from './topics.ts'

type Term =
  | 'sign-in.first-invitation-hours'
  | 'sign-in.invitation-hours'
  | 'sign-in.factor-removal-hours'
  | 'sign-in.session-days'
  | 'sign-in.confirm-again-minutes'
  | 'retention.system-log-months'

/**
 * A number of the law that this room works by. It stands below the law and cannot ask it, so it reads the card of the rule, and as the law does
 * it leaves out what breaks the bounds of its topic: the value before it stands in.
 */
export async function termOn(db: ReadDb, topic: Term, now: Date): Promise<number> {
  const day = dateInVietnam(now)
  const { shape, range } = identityTopics[topic]
  for (const value of await selectTerms(db, topic, day)) {
    const { data: term } = shape.safeParse(value)
    if (term !== undefined && range.least <= term && term <= range.most) return term
  }
  throw new Error(`no rule that can be used is known for ${topic} on ${day}`)
}

/** How long a first slip is good for, for rooms that print one of their own. */
export const firstInvitationHours = (db: ReadDb, now: Date): Promise<number> => termOn(db, 'sign-in.first-invitation-hours', now)
