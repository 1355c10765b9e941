import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'

/** What a maker does with goods, in the usual order; one tap each. */
export const diaryKinds = [
  'grow',
  'harvest',
  'buy-material',
  'prepare',
  'process',
  'dry',
  'check',
  'pack',
  'store',
  'ship',
  'correction',
] as const
export type DiaryKind = (typeof diaryKinds)[number]

export type EntryFacts = { kind: DiaryKind; at: Date; text: string }
export type EntryRefusal =
  | { code: 'entry-in-future' }
  | { code: 'entry-too-old'; days: number }
  | { code: 'correction-without-words' }
  | { code: 'lot-recalled' }

const oldestDays = 3 * 365
const clockSlipMs = 5 * 60_000

/** The diary is never changed: what was wrong is put right by a further entry that says so. A recalled lot still takes corrections. */
export function decideEntry(
  lot: { status: string },
  entry: EntryFacts,
  { now }: { now: Date },
): Decision<{ type: 'diary.written'; entry: EntryFacts }, EntryRefusal> {
  if (lot.status === 'recalled' && entry.kind !== 'correction') return refuse('lot-recalled')
  if (entry.at.getTime() > now.getTime() + clockSlipMs) return refuse('entry-in-future')
  if (entry.at.getTime() < now.getTime() - oldestDays * 86_400_000) return refuse('entry-too-old', { days: oldestDays })
  if (entry.kind === 'correction' && entry.text === '') return refuse('correction-without-words')
  return accept({ type: 'diary.written', entry })
}
