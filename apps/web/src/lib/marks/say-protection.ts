import type { Protection, UseVerdict } from '@dacsan/modules/promotion/rules'
import type { Language } from '#lib/languages.ts'
import type { MarkMessages } from '#lib/messages/mark/vi.ts'
import { sayDay } from '#lib/say-day.ts'
import { say } from '#lib/say.ts'

type Saying = { lang: Language; m: MarkMessages }

/** How a mark stands today, as a sentence. */
export function sayProtection({ state, until }: Protection, { lang, m }: Saying): string {
  const day = until === null ? '' : sayDay(lang, until)
  const sentences = { pending: m.pending, over: say(m.over, { day }), holds: until === null ? m.holds : say(m.holdsUntil, { day }) }
  return sentences[state]
}

/** Whether a product may carry a mark today, and until when or why not. */
export function sayVerdict(verdict: UseVerdict, { lang, m }: Saying): string {
  if (verdict.may) return verdict.until === null ? m.may : say(m.mayUntil, { day: sayDay(lang, verdict.until) })
  return say(m.reasons[verdict.reason], { day: verdict.on === null ? '' : sayDay(lang, verdict.on) })
}
