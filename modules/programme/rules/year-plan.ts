/** What a commune is to bring in a year: new products by their stars, and products recognised before that are judged anew. */
export const shareKinds = ['three', 'four', 'five', 'renewals'] as const
export type ShareKind = (typeof shareKinds)[number]
export type Share = Record<ShareKind, number>

export const noShare: Share = { three: 0, four: 0, five: 0, renewals: 0 }
const kindOfStars: Readonly<Record<number, ShareKind>> = { 3: 'three', 4: 'four', 5: 'five' }

export const sumShares = (shares: readonly Share[]): Share =>
  Object.fromEntries(shareKinds.map((kind) => [kind, shares.reduce((sum, share) => sum + share[kind], 0)])) as Share

export const newProductsOf = ({ three, four, five }: Share): number => three + four + five
export const isNothing = (share: Share): boolean => shareKinds.every((kind) => share[kind] === 0)

/** What is known of a commune before anybody plans. */
export type Known = {
  /** First dossiers that are being written or judged. */
  dossiers: number
  /** Certificates whose last day lies in the year. */
  ending: number
  /** Producers with an account, without a recognised product and without a dossier. */
  idle: number
}

/**
 * What follows from what is known: each first dossier may become a product of three stars, the least that is recognised, and each certificate that
 * ends is judged anew. More than that is for the office to want.
 */
export const proposeShare = ({ dossiers, ending }: Pick<Known, 'dossiers' | 'ending'>): Share => ({
  ...noShare,
  three: dossiers,
  renewals: ending,
})

/** A certificate of the year, as the register has it. */
export type Recognition = { stars: number; isFirst: boolean }

/** What was reached: counted from certificates and never typed. */
export function reachedBy(recognitions: readonly Recognition[]): Share {
  const kinds = recognitions.map(({ stars, isFirst }) => (isFirst ? kindOfStars[stars] : 'renewals'))
  return Object.fromEntries(shareKinds.map((kind) => [kind, kinds.filter((one) => one === kind).length])) as Share
}

/** The days of the law for a round of the year; each is the first that is late. */
export type PlannedRound = {
  number: number
  communeBefore: string
  provinceBefore: string
  toMinistryBefore: string
  ministryBefore: string
}

type DayOfYear = { day: string; yearOffset: number }
type RoundLaw = {
  round: number
  communeProposesBefore: DayOfYear
  provinceFinishesBefore: DayOfYear
  sentToMinistryBefore: DayOfYear
  ministryFinishesBefore: DayOfYear
}

/** The rounds that the law wants of a year (Quyết định 26/2026/QĐ-TTg, Điều 5). */
export function plannedRounds(year: number, law: readonly RoundLaw[]): PlannedRound[] {
  const on = ({ day, yearOffset }: DayOfYear) => `${year + yearOffset}-${day}`
  return law.map((row) => ({
    number: row.round,
    communeBefore: on(row.communeProposesBefore),
    provinceBefore: on(row.provinceFinishesBefore),
    toMinistryBefore: on(row.sentToMinistryBefore),
    ministryBefore: on(row.ministryFinishesBefore),
  }))
}
