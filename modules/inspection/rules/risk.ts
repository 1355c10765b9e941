import { addDays, addMonths } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { CertificateState } from '../../catalogue/rules.ts'
import type { ProductionAnswer } from '../acts.ts'

/** What speaks for a visit. None of them proves anything. */
export const riskGrounds = ['stopped', 'expired', 'doubts', 'scans', 'not-confirmed', 'expiring', 'long-ago'] as const
export type RiskGround = (typeof riskGrounds)[number]

/** A ground as it stood on the day it was computed; `count`: how many doubts, scans, or days. */
export type Ground = { ground: RiskGround; count: number | null }

/** Our own weights, a row of the law that an officer can change (`inspection.risk`). */
export type RiskLaw = {
  points: Readonly<Record<RiskGround, number>>
  /** From how many points on a visit is proposed. */
  proposeFrom: number
  /** How far back doubts and scans count. */
  lookBackMonths: number
  /** Of more doubts than these no more is made. */
  mostDoubts: number
  expiringDays: number
  /** Each label is scanned a few times; far more scans than labels mean that labels were copied. */
  scansPerLabel: number
  scansAtLeast: number
  /** After how many months without a visit one is due. */
  visitEveryMonths: number
}

export type RiskFacts = {
  state: CertificateState
  certifiedUntil: PlainDate | null
  doubts: number
  scans: number
  labels: number
  lastVisitOn: PlainDate | null
  /** What the commune said of this year; null where it has not answered. */
  answer: ProductionAnswer | null
  /** The day by which it was to answer is over. */
  answerIsLate: boolean
}

export type Risk = { points: number; grounds: Ground[]; isProposed: boolean }

/** How much speaks for visiting a product this year, and what. */
export function riskOf(facts: RiskFacts, law: RiskLaw, today: PlainDate): Risk {
  const found: Partial<Record<RiskGround, number | null>> = {}
  if (facts.answer === 'stopped') found.stopped = null
  if (facts.state === 'expired') found.expired = null
  if (facts.doubts > 0) found.doubts = facts.doubts
  if (facts.scans >= law.scansAtLeast && facts.scans > facts.labels * law.scansPerLabel) found.scans = facts.scans
  if (facts.answer === 'unknown' || (facts.answer === null && facts.answerIsLate)) found['not-confirmed'] = null
  const until = facts.certifiedUntil
  if (facts.state !== 'expired' && until !== null && until >= today && until <= addDays(today, law.expiringDays)) found.expiring = null
  if (facts.lastVisitOn === null || addMonths(facts.lastVisitOn, law.visitEveryMonths) <= today) found['long-ago'] = null
  const grounds = riskGrounds.flatMap((ground): Ground[] => {
    const count = found[ground]
    return count === undefined ? [] : [{ ground, count }]
  })
  const points = grounds.reduce(
    (sum, { ground, count }) => sum + law.points[ground] * (ground === 'doubts' ? Math.min(count ?? 1, law.mostDoubts) : 1),
    0,
  )
  return { points, grounds, isProposed: points >= law.proposeFrom }
}
