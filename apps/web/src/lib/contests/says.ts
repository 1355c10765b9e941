import type { Language } from '#lib/languages.ts'
import type { ContestMessages } from '#lib/messages/contest/vi.ts'
import { sayDay, sayTime } from '#lib/say-day.ts'
import { say } from '#lib/say.ts'

type Facts = {
  opensAt: Date
  closesAt: Date
  takesEntries: boolean
  isBefore: boolean
  isJudging: boolean
  publishedOn: string | null
  cancelReason: string | null
}

/** How far a contest is, in one sentence. */
export function sayStage(m: ContestMessages, lang: Language, one: Facts): string {
  if (one.cancelReason !== null) return say(m.cancelled, { why: one.cancelReason })
  if (one.publishedOn !== null) return say(m.published, { day: sayDay(lang, one.publishedOn) })
  if (one.isJudging) return m.judging
  if (one.isBefore) return say(m.before, { from: sayTime(lang, one.opensAt) })
  return one.takesEntries ? say(m.takes, { until: sayTime(lang, one.closesAt) }) : m.closed
}
