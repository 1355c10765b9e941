import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { addDays } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

/** What the owner of the site lays down, each on a page of its own (Nghị định 248/2026/NĐ-CP, Điều 7–10 and 12–16). */
export const policyKinds = ['terms', 'payment', 'delivery', 'inspection', 'returns', 'contract', 'complaints', 'fees'] as const
export type PolicyKind = (typeof policyKinds)[number]

/** The last part of the address of each. */
export const policySlugs = {
  terms: 'dieu-kien-chung',
  payment: 'thanh-toan',
  delivery: 'giao-hang',
  inspection: 'kiem-tra-hang',
  returns: 'doi-tra',
  contract: 'giao-ket',
  complaints: 'khieu-nai',
  fees: 'phi',
} as const satisfies Record<PolicyKind, string>

export const policyOfSlug = (slug: string): PolicyKind | undefined => policyKinds.find((kind) => policySlugs[kind] === slug)

/** A version that was published; `textHash` is SHA-256 of its text in UTF-8, in hexadecimal digits. */
export type PolicyVersion = {
  kind: PolicyKind
  version: number
  text: string
  textHash: string
  effectiveFrom: PlainDate
  publishedAt: Date
}

/** Under which version an order was placed. */
export type PolicyInForce = Pick<PolicyVersion, 'kind' | 'version' | 'textHash'>

export type PolicyRefusal =
  | { code: 'too-early'; from: PlainDate }
  | { code: 'same-text' }
  | { code: 'short-notice'; days: number; from: PlainDate }
  | { code: 'published-meanwhile' }

type Publication = { kind: PolicyKind; text: string; effectiveFrom: PlainDate; after: number }
type Known = { today: PlainDate; latest: Pick<PolicyVersion, 'version' | 'text' | 'effectiveFrom'> | null; noticeDays: number }

/**
 * Whether a version may be published. None holds from a past day or before the one that is already announced; what sellers pay changes only after
 * the days of notice (Điều 8), where there was something before to rely on.
 */
export function decidePublication(
  { kind, text, effectiveFrom, after }: Publication,
  { today, latest, noticeDays }: Known,
): Outcome<{ version: number }, PolicyRefusal> {
  const last = latest?.version ?? 0
  if (after !== last) return refuse('published-meanwhile')
  const first = latest && latest.effectiveFrom >= today ? addDays(latest.effectiveFrom, 1) : today
  if (effectiveFrom < first) return refuse('too-early', { from: first })
  if (latest?.text === text) return refuse('same-text')
  const noticed = addDays(today, noticeDays)
  if (kind === 'fees' && latest !== null && effectiveFrom < noticed) return refuse('short-notice', { days: noticeDays, from: noticed })
  return done({ version: last + 1 })
}

/** Of the versions of one kind, the one that holds on a day, and those that are announced. */
export function standingOf<Version extends Pick<PolicyVersion, 'effectiveFrom'>>(
  versions: readonly Version[],
  day: PlainDate,
): { current: Version | null; coming: Version[]; past: Version[] } {
  const byDay = versions.toSorted((one, other) => (one.effectiveFrom < other.effectiveFrom ? 1 : -1))
  const begun = byDay.filter(({ effectiveFrom }) => effectiveFrom <= day)
  return { current: begun[0] ?? null, coming: byDay.filter(({ effectiveFrom }) => effectiveFrom > day).toReversed(), past: begun.slice(1) }
}
