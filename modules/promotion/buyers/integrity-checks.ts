import type { ReadDb } from '../../context.ts'
import type { IntegrityCheck } from '../../room.ts'
import { relations, selectSteps } from './relation.store.ts'
import { linesThatHold } from './rules/stages.ts'
import { integrityWords as words } from './words/personal-data.ts'

/** What a relation says of its step and what its ledger says are the same. */
export async function compareStages(db: ReadDb): Promise<{ checked: number; faults: string[] }> {
  const all = await relations(db).orderBy('relation.id').execute()
  const steps = Map.groupBy(await selectSteps(db, all.map(({ id }) => id)), ({ relationId }) => relationId) // prettier-ignore
  const faults = all.flatMap(({ id, stage }) => {
    const last = linesThatHold(steps.get(id) ?? []).at(-1)?.stage ?? ''
    return last === stage ? [] : [words.fault(id, stage, last)]
  })
  return { checked: all.length, faults }
}

export const buyersIntegrityChecks: Readonly<Record<string, IntegrityCheck>> = {
  'buyer-stages': { says: words.says, check: ({ db }) => compareStages(db) },
}
