import { refuse } from '@dacsan/decisions'
import type { Refused } from '@dacsan/decisions'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { Wish } from '../acts.ts'
import { openReasons } from './reasons.ts'
import type { OpenReason, Reason } from './reasons.ts'
import type { AskRefusal } from './refusals.ts'

/** What a reason is about, and what may be asked for it. */
type ReasonTerms = {
  wishes: readonly Wish[]
  /** Whether the goods of the case are named: always, if somebody wants to, or never. */
  lines: 'needed' | 'free' | 'none'
  /** Whether goods may be agreed to come back. */
  comesBack: boolean
  /** Whether more than the goods themselves may be paid: what it cost to bring them. */
  paysDelivery: boolean
  /** Whether it may be said of goods that are late and did not come yet. */
  whenLate: boolean
}

/** Goods that came and are not right; whatever reason the province adds later is one of these. */
const goodsCame: ReasonTerms = {
  wishes: ['refund', 'part', 'exchange'],
  lines: 'needed',
  comesBack: true,
  paysDelivery: true,
  whenLate: false,
}

const termsByReason: Readonly<Record<string, ReasonTerms>> = {
  'wrong-goods': { ...goodsCame, wishes: ['refund', 'part', 'exchange', 'rest', 'answer'] },
  'changed-mind': { ...goodsCame, wishes: ['refund', 'exchange'] },
  'not-received': { wishes: ['missing', 'rest', 'answer'], lines: 'needed', comesBack: false, paysDelivery: true, whenLate: true },
  // What came was brought: only what is missing is paid.
  short: { wishes: ['missing', 'rest', 'answer'], lines: 'needed', comesBack: false, paysDelivery: false, whenLate: false },
  service: { wishes: ['answer'], lines: 'none', comesBack: false, paysDelivery: true, whenLate: true },
  other: { wishes: ['part', 'answer'], lines: 'free', comesBack: false, paysDelivery: true, whenLate: true },
}

export const termsOfReason = (key: string): ReasonTerms => (Object.hasOwn(termsByReason, key) ? termsByReason[key]! : goodsCame)

/** Goods that somebody waits for: the day that was promised, or none. */
type AwaitedGoods = { dueOn: PlainDate | null }

/** Whether goods should have come by now: the promised day is over, or so many days since they were ordered. */
export function isLateToCome(
  awaited: AwaitedGoods | null,
  { createdAt, lateDays, now }: { createdAt: Date; lateDays: number; now: Date },
): boolean {
  return awaited !== null && (awaited.dueOn ?? addDays(dateInVietnam(createdAt), lateDays)) < dateInVietnam(now)
}

export type AskableReason = OpenReason & Pick<ReasonTerms, 'wishes' | 'lines'>
type Facts = { handedOverAt: Date | null; isLate: boolean; now: Date }

/**
 * For which reasons a case may be begun now, and what may be asked for each. Of goods that are late and did not come nothing is counted and nothing is paid by a
 * case: the order is cancelled or handed over. Only an answer is owed.
 */
export function askableReasons(reasons: readonly Reason[], { handedOverAt, isLate, now }: Facts): AskableReason[] {
  if (handedOverAt !== null)
    return openReasons(reasons, { handedOverAt, now }).map((reason) => {
      const { wishes, lines } = termsOfReason(reason.key)
      return { ...reason, wishes, lines }
    })
  if (!isLate) return []
  return reasons
    .filter(({ key, days }) => days !== 0 && termsOfReason(key).whenLate)
    .map((reason) => ({ ...reason, until: null, wishes: ['answer'], lines: 'none' }))
}

/** Whether this may be asked for that reason. */
export const refuseWish = ({ wishes }: Pick<AskableReason, 'wishes'>, wanted: Wish): Refused<AskRefusal> | null =>
  wishes.includes(wanted) ? null : refuse('wish-closed', { wishes })
