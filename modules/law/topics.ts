import { z } from 'zod'

const count = z.number().int().positive()
const monthDay = z.object({ day: z.string().regex(/^\d\d-\d\d$/), yearOffset: z.number().int().min(0).max(1) })

/** The shape of every legal value, by topic. A row whose value has another shape never enters the database. */
export const topics = {
  'producer.kinds': z.array(z.string()),
  'star.bands': z.array(z.object({ level: z.number().int().min(1).max(5), min: z.number().int().min(0).max(100) })),
  'star.recognised-from': z.number().int().min(1).max(5),
  'star.authority': z.record(z.string(), z.string()),
  'star.ministry-from-points': z.number().min(0).max(100),
  'dossier.commune-review-working-days': count,
  'dossier.immediate-refusals': z.array(z.string()),
  'transition.finish-days': z.object({ 'first-or-upgrade': count, renewal: count }),
  'round.minimum-a-year': count,
  'round.deadlines': z.array(
    z.object({
      round: count,
      communeProposesBefore: monthDay,
      provinceFinishesBefore: monthDay,
      sentToMinistryBefore: monthDay,
      ministryFinishesBefore: monthDay,
    }),
  ),
  /** Who sits on it by the national frame: the chair first. How many, and who exactly, the province decides. */
  'council.composition': z.array(z.string()),
  'council.quorum-percent': z.number().int().min(1).max(100),
  'council.quorum-needs-chair': z.boolean(),
  'council.deviation-points': z.number().int().min(0).max(100),
  'council.papers-lead-working-days': count,
  'certificate.validity-months': count,
  'certificate.extension-days': count,
  'renewal.window-days': z.object({ from: count, to: count }),
  'renewal.finish-days': count,
  'renewal.reminder-days': z.array(count),
  'withdrawal.decide-days': count,
  'withdrawal.reasons': z.array(z.string()),
  /** By aisle of the register, `*` for all of them: what a label may not go out without. */
  'label.required-facts': z.record(z.string(), z.array(z.enum(['place', 'net-content', 'expiry']))),
  /** The states of a certificate in which the stars of the programme may stand on a label. */
  'label.star-states': z.array(z.enum(['certified', 'expiring', 'undated'])),
  'shop.ordering-enabled': z.boolean(),
  'order.hold-minutes': count,
  'order.reported-hold-days': count,
  'order.most-open-per-phone': count,
  'seller.verification-required': z.boolean(),
  'seller.suspension-notice-days': count,
  'platform.takedown-hours': count,
  'retention.listing-months': count,
  'retention.order-months': count,
  'retention.system-log-months': count,
  'retention.user-data-months': count,
  'personal-data.acknowledge-working-days': count,
  'personal-data.breach-notice-hours': count,
  'sign-in.two-factor-roles': z.array(z.string()),
} as const

export type Topic = keyof typeof topics
export type ValueOf<T extends Topic> = z.infer<(typeof topics)[T]>

export function isTopic(text: string): text is Topic {
  return Object.hasOwn(topics, text)
}

/** `transcribed`: read in one full-text copy, the signed paper itself never seen. */
export const certainties = ['confirmed', 'transcribed', 'inferred', 'conflict', 'unknown'] as const
export type Certainty = (typeof certainties)[number]

/** What a page prints of the law it used. */
export type LegalSource = Pick<Rule, 'instrument' | 'article' | 'sourceUrl' | 'certainty'>

/** One dated legal value with the paper that it stands on; pages print the row they used. */
export type Rule<T extends Topic = Topic> = {
  id: string
  topic: T
  value: ValueOf<T>
  instrument: string
  article: string | null
  sourceUrl: string | null
  certainty: Certainty
  note: string | null
  checkedOn: string | null
  effectiveFrom: string
  /** The last day it holds; null while nothing has superseded it. */
  effectiveTo: string | null
}
