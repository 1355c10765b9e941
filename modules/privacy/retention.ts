import { dateInVietnam } from '@dacsan/vietnam'
import type { Tx } from '../context.ts'
import { monthsBefore, ruleOn } from '../law/index.ts'
import { deleteBreachesBefore } from './breach.store.ts'
import './topics.ts'

/** The dossier of a breach is kept for years after it was closed (`personal-data.breach-dossier-months`). */
export async function endBreachDossiers(tx: Tx, now: Date): Promise<Readonly<Record<string, number>>> {
  const { value: months } = await ruleOn(tx, 'personal-data.breach-dossier-months', dateInVietnam(now))
  return { breachDossiers: await deleteBreachesBefore(tx, monthsBefore(now, months)) }
}
