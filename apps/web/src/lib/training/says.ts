import type { Language } from '#lib/languages.ts'
import type { TrainingMessages } from '#lib/messages/training/vi.ts'
import { sayTime } from '#lib/say-day.ts'
import { say } from '#lib/say.ts'

type Facts = { signUpBy: Date; takesSignUps: boolean; isOver: boolean; cancelReason: string | null }

/** How far a class is, in one sentence. */
export function sayStage(m: TrainingMessages, lang: Language, one: Facts): string {
  if (one.cancelReason !== null) return say(m.cancelled, { why: one.cancelReason })
  if (one.isOver) return m.over
  return one.takesSignUps ? say(m.takes, { until: sayTime(lang, one.signUpBy) }) : m.closed
}
