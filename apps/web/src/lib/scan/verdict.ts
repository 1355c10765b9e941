import type { Scan, Verdict } from '@dacsan/modules/traceability/rules'
import type { Language } from '#lib/languages.ts'
import type { ScanMessages } from '#lib/messages/scan/vi.ts'
import { sayDay, sayTime } from '#lib/say-day.ts'
import { say } from '#lib/say.ts'

export type Tone = 'good' | 'water' | 'warn' | 'bad'

export const verdictTones = {
  recalled: 'bad',
  'lot-expired': 'bad',
  'certificate-withdrawn': 'bad',
  'certificate-expired': 'warn',
  'certificate-undated': 'water',
  'not-certified': 'water',
  certified: 'good',
} as const satisfies Record<Verdict, Tone>

const exclamation = 'M16 5v14M16 25v1.5'

/** The sign beside a verdict, for whoever does not see the colour. */
export const toneSigns = {
  good: 'M6 17l7 7 13-15',
  bad: 'M7 7l18 18M25 7L7 25',
  warn: exclamation,
  water: exclamation,
} as const satisfies Record<Tone, string>

/** Where links lead on the page: `recallStatus` of the resolver ends here. */
export const verdictAnchors: Partial<Record<Verdict, string>> = { recalled: 'thu-hoi' }

/** Where whoever reads a verdict goes on. */
export const verdictLinks: Partial<Record<Verdict, { path: string; words: 'seeRecalls' }>> = {
  recalled: { path: '/thu-hoi', words: 'seeRecalls' },
}

type Facts = Pick<Scan, 'lot' | 'certificate'>
type Said = { words: ScanMessages; lang: Language }

const dateIn = ({ words, lang }: Said, plain: string | null | undefined) => (plain ? sayDay(lang, plain) : words.unknown)
const untilOf = ({ certificate }: Facts, said: Said) => ({
  date: dateIn(said, certificate.until),
  extended: dateIn(said, certificate.extendedUntil),
})

/** What stands in the sentence of each verdict. */
const valuesOf: Record<Verdict, (facts: Facts, said: Said) => Record<string, string>> = {
  recalled: ({ lot }, { words, lang }) => ({
    reason: lot?.recallReason ?? '',
    date: lot?.recalledAt ? sayTime(lang, lot.recalledAt) : words.unknown,
  }),
  'lot-expired': ({ lot }, said) => ({ date: dateIn(said, lot?.expiresOn) }),
  'certificate-withdrawn': untilOf,
  'certificate-expired': untilOf,
  'certificate-undated': untilOf,
  'not-certified': untilOf,
  certified: untilOf,
}

/** A verdict and what it means, in the words of the reader. */
export function sayVerdict(verdict: Verdict, facts: Facts, said: Said): { headline: string; meaning: string } {
  const { stars, extendedUntil } = facts.certificate
  const { verdicts, means, extended } = said.words
  const sentences = extendedUntil ? { ...means, certified: extended } : means
  return { headline: say(verdicts[verdict], { stars: stars ?? '?' }), meaning: say(sentences[verdict], valuesOf[verdict](facts, said)) }
}
