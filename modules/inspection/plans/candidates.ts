import { addMonths, dateInVietnam } from '@dacsan/vietnam'
import { registerDay } from '../../catalogue/index.ts'
import { certificateState } from '../../catalogue/rules.ts'
import type { CertificateState, ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { ruleOn } from '../../law/index.ts'
import { riskOf } from '../rules/risk.ts'
import type { Risk } from '../rules/risk.ts'
import { seasonOn } from '../rules/season.ts'
import '../topics.ts'
import { selectRiskFacts } from './risk-facts.store.ts'

export type Candidate = Risk & {
  productId: ProductId
  productName: string
  producerId: ProducerId
  producerName: string
  communeCode: string | null
  commune: string | null
  stars: number | null
  certificateCode: string | null
  certifiedUntil: string | null
  state: CertificateState
  lastVisitOn: string | null
  isSample: boolean
}

/** Everything that could be inspected today, with how much speaks for it; the most first. */
export async function candidatesOn({ db, now }: Pick<Ctx, 'now'> & { db: ReadDb }): Promise<Candidate[]> {
  const today = dateInVietnam(now)
  const [{ value: law }, { value: season }, day] = await Promise.all([
    ruleOn(db, 'inspection.risk', today),
    ruleOn(db, 'production-check.season', today),
    registerDay({ db, now }),
  ])
  const asked = seasonOn(season, today)
  const rows = await selectRiskFacts(db, { since: addMonths(today, -law.lookBackMonths), year: asked.year })
  return rows
    .map(({ standing, potentialFive, renewalUnderWay, answer, doubts, scans, labels, ...row }) => {
      const state = certificateState({ standing, potentialFive, certifiedUntil: row.certifiedUntil, renewalUnderWay }, day)
      const facts = { state, answer, answerIsLate: asked.isLate, doubts: doubts ?? 0, scans: scans ?? 0, labels: labels ?? 0 }
      return { ...row, state, ...riskOf({ ...row, ...facts }, law, today) }
    })
    .toSorted((one, other) => other.points - one.points || one.productName.localeCompare(other.productName, 'vi'))
}
