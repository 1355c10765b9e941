import type { Purpose } from '../../personal-data.ts'

/** On which ground of the law personal data are processed. Only the first asks the person. */
export const grounds = ['consent', 'contract', 'legal-duty', 'public-duty'] as const
export type Ground = (typeof grounds)[number]

export const dataKinds = [
  'name',
  'contact',
  'address',
  'business',
  'bank',
  'devices',
  'acts',
  'opinions',
  'files',
  'purchases',
  'words',
] as const
export type DataKind = (typeof dataKinds)[number]

/** How long, where the law gives no number of months. */
export const terms = ['archives', 'while-selling', 'until-withdrawn'] as const
export type Term = (typeof terms)[number]

export const readers = ['self', 'administrators', 'offices', 'council', 'seller', 'buyers', 'everyone'] as const
export type Reader = (typeof readers)[number]

export type PurposeView = {
  purpose: Purpose
  ground: Ground
  instrument: string
  kinds: DataKind[]
  /** Exactly one of these two says how long. */
  months: number | null
  term: Term | null
  readers: Reader[]
}
