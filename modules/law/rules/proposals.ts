import type { LegalRuleId } from './ids.ts'
import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { addDays } from '@dacsan/vietnam'
import type { SupersessionRefusal, TakingBackRefusal } from '../rules.ts'

/** A row of a topic as a decision about it sees it. */
export type Version = { id: LegalRuleId; effectiveFrom: string; confirmedOn: string | null; usable: boolean; takenBack: boolean }

/**
 * How far ahead a value may begin. A law takes effect half a year to a year after it is passed; with a month more, a year typed wrong is
 * refused (9999, 2062).
 */
const reachDays = 400

/**
 * How far back. A decision often takes effect on the day it is signed and reaches the office weeks later; what was done since then was done
 * by the old value, so nobody goes back further than a quarter, the rhythm of the programme's reports, and not without a word why.
 */
const backDays = 90

export const lastDayWithinReach = (today: string): string => addDays(today, reachDays)

/** Whether a new row may begin on that day, judged when it is proposed and again when it is confirmed. */
export function decideStart(
  { effectiveFrom, note }: { effectiveFrom: string; note: string | null },
  { today, versions }: { today: string; versions: readonly Version[] },
): Decision<{ effectiveFrom: string }, Extract<SupersessionRefusal, { code: 'too-far' | 'not-later' | 'too-early' }>> {
  const farthest = lastDayWithinReach(today)
  if (effectiveFrom > farthest) return refuse('too-far', { latest: farthest })
  // A row beyond reach holds for nobody's day, and must not close the topic for ever.
  const latest = versions
    .filter((version) => !version.takenBack && version.effectiveFrom <= farthest)
    .map((version) => version.effectiveFrom)
    .toSorted()
    .at(-1)
  if (latest !== undefined && effectiveFrom <= latest) return refuse('not-later', { latest })
  const earliest = addDays(today, -backDays)
  if (effectiveFrom < earliest || (effectiveFrom < today && note === null)) return refuse('too-early', { earliest })
  return accept({ effectiveFrom })
}

/**
 * Whether a row may be taken back. On its first day, which is the day of its confirmation where it began before, hardly anything was done by
 * it; a later change is a new row. What cannot be used never held, so it may go on any day. Something must be left to hold.
 */
export function decideTakingBack(
  version: Version,
  { today, versions }: { today: string; versions: readonly Version[] },
): Decision<{ id: string }, TakingBackRefusal> {
  const { id, effectiveFrom, confirmedOn, usable } = version
  const firstDay = confirmedOn !== null && confirmedOn > effectiveFrom ? confirmedOn : effectiveFrom
  if (usable && firstDay < today) return refuse('first-day-over', { firstDay })
  if (!versions.some((other) => other.usable && !other.takenBack && other.effectiveFrom < effectiveFrom)) return refuse('nothing-before')
  return accept({ id })
}

/** The id of a new row: topic and day, and a number where a row of that day was taken back before. */
export function newRuleId(topic: string, effectiveFrom: string, versions: readonly Pick<Version, 'id'>[]): LegalRuleId {
  const base: LegalRuleId = `${topic}@${effectiveFrom}`
  const taken = new Set(versions.map(({ id }) => id))
  for (let nth = 1; ; nth++) {
    const id: LegalRuleId = nth === 1 ? base : `${base}/${nth}`
    if (!taken.has(id)) return id
  }
}
