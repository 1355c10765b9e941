import { accept, refuse, refuseStatus } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import { daysBetween } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { decisionActs } from '../acts.ts'
import type { DecisionStatus } from '../acts.ts'
import { checkSigning } from './decision.ts'
import type { DecisionKind, Signing, SigningFacts, SigningRefusal } from './decision.ts'

/**
 * What became of products that waited for the ministry: five stars, or, where it grants none, what the province makes of them. `kept`: what the
 * province recognised meanwhile stands.
 */
export const grants = ['5', '4', '3', 'kept', 'none'] as const
export type Grant = (typeof grants)[number]

export type MinistryRefusal =
  | SigningRefusal
  | { code: 'not-awaiting'; products: string[] }
  | { code: 'later-certificate'; products: string[] }
  | { code: 'nothing-kept'; products: string[] }
  | { code: 'meanwhile-stands'; products: string[] }

const kinds = {
  '5': 'ministry',
  '4': 'after-ministry',
  '3': 'after-ministry',
  kept: 'ministry-answer',
  none: 'after-ministry',
} as const satisfies Record<Grant, DecisionKind>

/** Whose paper a result is. A letter of the ministry has the symbol of whoever wrote it. */
export const isOfMinistry = (grant: Grant): boolean => kinds[grant] !== 'after-ministry'

type Awaiting = { productName: string; heldStars: number | null }

/** Five stars are the ministry's; all else is decided by the province again (Quyết định 26/2026/QĐ-TTg, Điều 7, step 8). */
export function decideMinistryResult(
  grant: Grant,
  signing: Signing,
  facts: SigningFacts & { waiting: readonly Awaiting[]; notAwaiting: readonly string[]; certifiedLater: readonly string[] },
): Decision<{ type: 'decision.recorded'; kind: Exclude<DecisionKind, 'council'> }, MinistryRefusal> {
  if (facts.notAwaiting.length > 0) return refuse('not-awaiting', { products: [...facts.notAwaiting] })
  const names = (isHeld: boolean) => facts.waiting.filter((item) => (item.heldStars !== null) === isHeld).map((item) => item.productName)
  if (grant === 'kept' && names(false).length > 0) return refuse('nothing-kept', { products: names(false) })
  if (grant === 'none' && names(true).length > 0) return refuse('meanwhile-stands', { products: names(true) })
  const no = checkSigning(signing, facts)
  if (no) return no
  if (facts.certifiedLater.length > 0) return refuse('later-certificate', { products: [...facts.certifiedLater] })
  return accept({ type: 'decision.recorded', kind: kinds[grant] })
}

/** The stars that a product has after the answer; null: none. */
export const starsAfter = (grant: Grant, { heldStars }: Awaiting): number | null =>
  ({ '5': 5, '4': 4, '3': 3, kept: heldStars, none: null })[grant]

export type SendingRefusal =
  | { code: 'not-recorded'; status: DecisionStatus }
  | { code: 'nothing-to-send' }
  | { code: 'sent-off-days'; earliest: PlainDate; today: PlainDate }

/** Enters the letter by which the dossiers went: after the decision that it cites, and not tomorrow. */
export function decideSending(
  decision: { status: DecisionStatus; signedOn: PlainDate | null; potentialFive: number },
  sent: { on: PlainDate },
  { today }: { today: PlainDate },
): Decision<{ type: 'decision.sent-to-ministry' }, SendingRefusal> {
  const closed = refuseStatus(decisionActs.send, decision.status)
  if (closed) return closed
  if (decision.potentialFive === 0) return refuse('nothing-to-send')
  const earliest = decision.signedOn ?? today
  if (sent.on < earliest || sent.on > today) return refuse('sent-off-days', { earliest, today })
  return accept({ type: 'decision.sent-to-ministry' })
}

/** The days of a round on the way to the ministry: the first on which each step is late ("trước 30/7"). */
export type MinistryDays = { sendBefore: PlainDate; answerBefore: PlainDate }

export type MinistryStep = { step: 'send' | 'answer'; before: PlainDate; daysLate: number }

/** What is to be done next for the products that are to have five stars, before which day, and how many days that is passed by. */
export function ministryStep(
  { sentOn }: { sentOn: PlainDate | null },
  { sendBefore, answerBefore }: MinistryDays,
  today: PlainDate,
): MinistryStep {
  const [step, before] = sentOn === null ? (['send', sendBefore] as const) : (['answer', answerBefore] as const)
  return { step, before, daysLate: Math.max(0, daysBetween(before, today) + 1) }
}
