import { addDays } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { Ctx } from '../../context.ts'
import type { FairId } from '../fairs/rules/ids.ts'
import { isOffice } from './policy.ts'
import { selectRelationsOfFair, selectSteps } from './relation.store.ts'
import { stageOn } from './rules/stages.ts'

/**
 * Buyers and producers who met at a fair, and how far they had come after so many days from its end, for those of the days that have passed. Who bought is named to the
 * department that brings both together, and to nobody else.
 */
export async function relationsBegunAt(
  { db, actor }: Pick<Ctx, 'db' | 'actor'>,
  { fairId, closesOn, today, afterDays }: { fairId: FairId; closesOn: PlainDate; today: PlainDate; afterDays: readonly number[] },
) {
  const relations = await selectRelationsOfFair(db, fairId)
  const steps = Map.groupBy(await selectSteps(db, relations.map(({ id }) => id)), ({ relationId }) => relationId) // prettier-ignore
  return afterDays
    .map((days) => ({ days, on: addDays(closesOn, days) }))
    .filter(({ on }) => on <= today)
    .map(({ days, on }) => ({
      days,
      relations: relations.flatMap(({ id, producerName, productName, goods, buyerName }) => {
        const stage = stageOn(steps.get(id) ?? [], on)
        return stage === null
          ? []
          : [{ id, producerName, goods: productName ?? goods, buyerName: isOffice(actor) ? buyerName : null, stage }]
      }),
    }))
}
