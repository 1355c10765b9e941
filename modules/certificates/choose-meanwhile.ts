import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { ranksOn, ruleOn } from '../law/index.ts'
import { lockDecisions, selectDecision, updateMeanwhile } from './decision.store.ts'
import { productCodeFor } from './product-code-for.ts'
import { decideMeanwhile, decisionActs, meanwhileRanks } from './rules.ts'
import type { MeanwhileRefusal } from './rules.ts'
import { signingWords as says } from './words.ts'

export const chooseMeanwhileInput = z.object({
  decisionId: idInput('dec'),
  dossierId: idInput('dos'),
  stars: z.enum(['4', '3', 'none'], says.meanwhileMissing).transform((chosen) => (chosen === 'none' ? null : Number(chosen))),
})
export type ChooseMeanwhileInput = z.infer<typeof chooseMeanwhileInput>

/** Says in a draft what the province recognises of a product while the ministry considers five stars for it, or that it only waits. */
export async function chooseMeanwhile(
  ctx: Ctx,
  { decisionId, dossierId, stars }: ChooseMeanwhileInput,
): Promise<Outcome<{ decisionId: typeof decisionId }, MeanwhileRefusal>> {
  const act = decisionActs['choose-meanwhile']
  requireAct(ctx.actor, act)
  const today = dateInVietnam(ctx.now)
  return inTransaction(ctx, async (tx) => {
    await lockDecisions(tx)
    const decision = await selectDecision(tx, { id: decisionId })
    const item = decision?.items.find((one) => one.dossierId === dossierId)
    if (!decision || !item) throw new NotFound('No such decision', { decisionId, dossierId })
    const [{ value: isAllowed }, ranks] = [await ruleOn(tx, 'star.meanwhile-recognition', today), await ranksOn(tx, today)]
    const decided = decideMeanwhile(decision, { stars }, { isAllowed, open: meanwhileRanks(item, ranks) })
    if (!decided.ok) return decided
    // The list that is signed carries the codes; what waits only has one once it was given.
    const productCode = item.productCode ?? (stars === null ? null : await productCodeFor(tx, item))
    await updateMeanwhile(tx, { decisionId, dossierId }, { stars, productCode })
    await record(tx, ctx, act, { subjectId: decisionId, detail: { dossier: dossierId, before: item.meanwhileStars, after: stars } })
    return done({ decisionId })
  })
}
