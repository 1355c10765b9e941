import { claimGrades } from '@dacsan/modules/traceability/rules'
import type { Scan } from '@dacsan/modules/traceability/rules'
import type { Language } from '#lib/languages.ts'
import type { ScanMessages } from '#lib/messages/scan/vi.ts'
import { sayDay, sayTime } from '#lib/say-day.ts'
import { say, sayNumber } from '#lib/say.ts'

type Link = { title: string; when: string; text?: string }

/** The way of a lot in plain words: who, the kinds of work in the order of their days, the finished lot, its label. What was written along with them may name people. */
export function chainOf(
  { producer, lot, diary, inputs, unit }: Scan,
  { words, lang, place }: { words: ScanMessages; lang: Language; place: string },
): Link[] {
  if (!lot) return []
  const made = say(words.chain.made, { lot: lot.number, n: sayNumber(lang, lot.quantity), unit: lot.unit })
  const steps = diary.filter(({ kind }, index) => kind !== 'correction' && diary.findIndex((one) => one.kind === kind) === index)
  const bought = inputs.map(({ material, commune, province, growingAreaCode }) => ({
    title: say(words.chain.input, { material }),
    when: [[commune, province].filter(Boolean).join(', '), words.grades.names[claimGrades.inputs]].filter(Boolean).join(' · '),
    ...(growingAreaCode !== null && { text: say(words.chain.growingArea, { code: growingAreaCode }) }),
  }))
  return [
    { title: [producer.name, place].filter(Boolean).join(', '), when: words.chain.maker },
    ...bought,
    ...steps.map(({ kind, at }) => ({ title: words.diaryKinds[kind], when: sayTime(lang, at) })),
    { title: made, when: sayDay(lang, lot.madeOn) },
    ...(unit?.appliedAt ? [{ title: words.chain.labelled, when: sayTime(lang, unit.appliedAt) }] : []),
  ]
}
