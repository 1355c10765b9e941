import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision, May, StatusRefusal } from '@dacsan/decisions'
import { lotActs } from '../acts.ts'
import type { LotStatus } from '../acts.ts'

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

/** A correction is never usual. */
export const tapKinds = diaryKinds.filter((kind) => kind !== 'correction')

/** A tap of the diary: the kind of the act, and what makers of such goods call it where the kind says too little. */
export type DiaryTap = { kind: DiaryKind; says?: string | undefined }

/** What is usually done with goods of a set, in its order: what the law of the day says of the set itself, else of its aisle. */
export const tapsOf = (
  taps: Readonly<Record<string, readonly DiaryTap[]>>,
  { setCode, aisle }: { setCode: string; aisle: string },
): readonly DiaryTap[] => taps[setCode] ?? taps[aisle] ?? []

export type EntryFacts = { kind: DiaryKind; at: Date; text: string }
export type EntryRefusal =
  | { code: 'entry-in-future' }
  | { code: 'entry-too-old'; days: number }
  | { code: 'correction-without-words' }
  | StatusRefusal<(typeof lotActs)['write-diary'], LotStatus>

const oldestDays = 3 * 365
const clockSlipMs = 5 * 60_000

/** The act that an entry of this kind is. The diary is never changed: what was wrong is put right by a further entry that says so. */
export const diaryActOf = (kind: DiaryKind): 'write-diary' | 'correct-diary' => (kind === 'correction' ? 'correct-diary' : 'write-diary')

/** The kinds of entry that somebody may write now. */
export const openDiaryKinds = (may: Pick<May<typeof lotActs>, 'write-diary' | 'correct-diary'>): DiaryKind[] =>
  diaryKinds.filter((kind) => may[diaryActOf(kind)] === true)

export function decideEntry(
  lot: { status: LotStatus },
  entry: EntryFacts,
  { now }: { now: Date },
): Decision<{ entry: EntryFacts }, EntryRefusal> {
  const closed = refuseStatus(lotActs[diaryActOf(entry.kind)], lot.status)
  if (closed) return closed
  if (entry.at.getTime() > now.getTime() + clockSlipMs) return refuse('entry-in-future')
  if (entry.at.getTime() < now.getTime() - oldestDays * 86_400_000) return refuse('entry-too-old', { days: oldestDays })
  if (entry.kind === 'correction' && entry.text === '') return refuse('correction-without-words')
  return accept({ entry })
}
