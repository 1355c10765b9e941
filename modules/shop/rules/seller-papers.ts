import { addDays } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { SellerPaperStatus, SellerStatus } from '../acts.ts'
import type { SellerPaperId } from './ids.ts'

/** A paper that sellers must show, as the data of a day say it. */
export type PaperLaw = {
  kind: string
  title: string
  /** What is shown, by kind of producer; `any` for those that are not named. */
  shows: Readonly<Record<string, string>>
  /** Asked of whoever sells products of these sets; null: of everybody. */
  sets: readonly string[] | null
  /** One for each of those sets, not one for the seller. */
  perSet: boolean
}

export type AskedPaper = { kind: string; setCode: string | null; title: string; shows: string }

/** What a seller of this kind with products of these sets must show. */
export function askedPapers(
  law: readonly PaperLaw[],
  { producerKind, sets }: { producerKind: string; sets: readonly string[] },
): AskedPaper[] {
  const sold = [...new Set(sets)].toSorted()
  return law.flatMap(({ kind, title, shows, sets: concerned, perSet }): AskedPaper[] => {
    const touched = concerned === null ? sold : sold.filter((code) => concerned.includes(code))
    if (concerned !== null && touched.length === 0) return []
    const said = { kind, title, shows: shows[producerKind] ?? shows['any'] ?? title }
    return perSet ? touched.map((setCode) => ({ ...said, setCode })) : [{ ...said, setCode: null }]
  })
}

/** As a refusal names them: one of several sets by its set. */
export const namesOf = (papers: readonly AskedPaper[]): string[] =>
  papers.map(({ title, setCode }) => (setCode === null ? title : `${title} (${setCode})`))

export type JudgedPaper = {
  id: SellerPaperId
  kind: string
  setCode: string | null
  status: SellerPaperStatus
  issuedOn: PlainDate
  validUntil: PlainDate | null
}

const isFor = (asked: Pick<AskedPaper, 'kind' | 'setCode'>) => (paper: Pick<JudgedPaper, 'kind' | 'setCode'>) =>
  paper.kind === asked.kind && paper.setCode === asked.setCode

/** Later, where none is the latest of all. */
const endsLater = (a: PlainDate | null, b: PlainDate | null) => (a === b ? 0 : a === null || (b !== null && a > b) ? -1 : 1)

/** For each paper that is asked for, the one that speaks for it on a day, and what waits to be read. */
export function standOfPapers<Paper extends JudgedPaper>(asked: readonly AskedPaper[], papers: readonly Paper[], today: PlainDate) {
  return asked.map((one) => {
    const own = papers.filter(isFor(one))
    const verified = own.filter(({ status }) => status === 'verified').toSorted((a, b) => endsLater(a.validUntil, b.validUntil))
    const latest = verified[0] ?? null
    const current = latest && (latest.validUntil === null || latest.validUntil >= today) ? latest : null
    return {
      ...one,
      current,
      ended: current === null ? latest : null,
      waiting: own.find(({ status }) => status === 'waiting') ?? null,
      returned: own.findLast(({ status }) => status === 'returned') ?? null,
    }
  })
}

/** Whether all that is asked for is there, and until when: the first that ends. */
export function termOfPapers(
  asked: readonly AskedPaper[],
  papers: readonly JudgedPaper[],
  today: PlainDate,
): { missing: AskedPaper[]; until: PlainDate | null } {
  const stand = standOfPapers(asked, papers, today)
  const ends = stand.flatMap(({ current }) => current?.validUntil ?? []).toSorted()
  return { missing: stand.filter(({ current }) => current === null), until: ends[0] ?? null }
}

export type Verification = { verifiedAt: Date | null; byPapers: boolean; verifiedUntil: PlainDate | null }
/** Today, and the last day of those who were verified before papers were asked for. */
export type VerificationDay = { today: PlainDate; paperlessUntil: PlainDate }

/** The last day of a verification; null where it has none. */
export const lastDayOf = ({ byPapers, verifiedUntil }: Omit<Verification, 'verifiedAt'>, day: VerificationDay): PlainDate | null =>
  byPapers ? verifiedUntil : day.paperlessUntil

export function sellerStatusOf(seller: Verification, day: VerificationDay): SellerStatus {
  if (seller.verifiedAt === null) return 'unverified'
  const last = lastDayOf(seller, day)
  return last === null || day.today <= last ? 'verified' : 'run-out'
}

/** How many days before a last day a seller is told on this day: the nearest of those that have come; null where none has, or it is over. */
export function reminderOf(last: PlainDate, today: PlainDate, days: readonly number[]): number | null {
  if (today > last) return null
  return days.toSorted((a, b) => a - b).find((before) => today >= addDays(last, -before)) ?? null
}
