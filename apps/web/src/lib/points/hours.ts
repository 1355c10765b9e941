import type { OpenHours } from '@dacsan/modules/promotion/rules'
import { say } from '#lib/say.ts'

const keys = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const
type Words = { days: Record<(typeof keys)[number], string>; oneDay: string; someDays: string }

/** Opening hours in the reader's language, a sentence each. */
export const sayHours = (words: Words, hours: readonly OpenHours[]): string[] =>
  hours.map(({ from, to, opens, closes }) =>
    from === to
      ? say(words.oneDay, { day: words.days[keys[from]!], opens, closes })
      : say(words.someDays, { from: words.days[keys[from]!], to: words.days[keys[to]!], opens, closes }),
  )
