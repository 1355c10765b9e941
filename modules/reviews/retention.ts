import { dateInVietnam } from '@dacsan/vietnam'
import type { Tx } from '../context.ts'
import { monthsBefore, ruleOn } from '../law/index.ts'
import { forgetNames } from './personal-data.store.ts'
import { forgetAskers } from './questions/question.store.ts'

/** A review stays as long as its product; the name under it, and the texts before, go with the order. A telephone number is kept for the answer alone. */
export async function endReviewsRetention(tx: Tx, now: Date): Promise<Readonly<Record<string, number>>> {
  const today = dateInVietnam(now)
  const [{ value: months }, { value: days }] = await Promise.all([
    ruleOn(tx, 'retention.order-months', today),
    ruleOn(tx, 'questions.phone-days', today),
  ])
  return {
    reviewNames: await forgetNames(tx, monthsBefore(now, months)),
    askersPhones: await forgetAskers(tx, new Date(now.getTime() - days * 86_400_000)),
  }
}
