import { dateInVietnam } from '@dacsan/vietnam'
import type { Tx } from '../../context.ts'
import { monthsBefore, ruleOn } from '../../law/index.ts'
import { forgetPhones } from './participant.store.ts'

/** Whoever was taught long ago is called no more: the number goes, the name stays as the evidence of what was paid. */
export async function endTrainingRetention(tx: Tx, now: Date): Promise<Readonly<Record<string, number>>> {
  const { value: months } = await ruleOn(tx, 'training.keep-months', dateInVietnam(now))
  return { trainingPhones: await forgetPhones(tx, monthsBefore(now, months), now) }
}
