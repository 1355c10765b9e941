import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { idInput } from '@dacsan/platform/ids'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { actorId } from '../identity/rules.ts'
import { issuers } from '../papers/index.ts'
import { applyDecision } from './apply-decision.ts'
import { selectCertifiedAfter } from './certificate.store.ts'
import { insertDecision, insertItems, lockDecisions, selectAwaitingMinistry, selectDecision } from './decision.store.ts'
import { decideMinistryResult, decisionActs, grants, isOfMinistry, starsAfter } from './rules.ts'
import type { MinistryRefusal } from './rules.ts'
import type { DecisionId } from './rules/ids.ts'
import { signingWords as says } from './words.ts'
import { completed, signingFacts, signingFields } from './signing.ts'

export const recordMinistryResultInput = z.object({
  dossierIds: z
    .union([idInput('dos'), z.array(idInput('dos'))], says.productMissing)
    .transform((ids) => [...new Set([ids].flat())])
    .refine((ids) => ids.length > 0, says.productMissing),
  grant: z.enum(grants, says.grantMissing),
  ...signingFields,
  note: z.string().trim().max(1000, says.noteLong).default(''),
})
export type RecordMinistryResultInput = z.infer<typeof recordMinistryResultInput>

/**
 * Enters what became of products that waited for the ministry: its own decision on five stars, or the province's decision on what it did
 * not grant. One paper may name several products, entered at once or one by one; the same entry made again changes nothing.
 */
export async function recordMinistryResult(
  ctx: Ctx,
  input: RecordMinistryResultInput,
): Promise<Outcome<{ decisionId: DecisionId }, MinistryRefusal>> {
  const act = decisionActs['record-ministry-result']
  requireAct(ctx.actor, act)
  const { dossierIds, grant, note, ...typed } = input
  const issuer = isOfMinistry(grant) ? issuers.ministry : issuers.province
  const signing = grant === 'kept' ? typed : completed(typed, issuer)
  if (!signing) return refuse('number-malformed', { symbol: issuer.decisionSymbol })
  return inTransaction(ctx, async (tx) => {
    await lockDecisions(tx)
    const { same, ...facts } = await signingFacts(tx, ctx, signing, { issuer, earliest: '' })
    const known = same?.signedOn === signing.signedOn && same.sessionId === null ? await selectDecision(tx, { id: same.id }) : undefined
    if (known && dossierIds.every((id) => known.items.some((item) => item.dossierId === id))) return done({ decisionId: known.id })
    const waiting = await selectAwaitingMinistry(tx, dossierIds)
    const productIds = waiting.map((item) => item.productId)
    const decided = decideMinistryResult(grant, signing, {
      today: facts.today,
      waiting,
      earliest:
        waiting
          .map((item) => item.signedOn)
          .toSorted()
          .at(-1) ?? signing.signedOn,
      numberTaken: facts.numberTaken && !known,
      notAwaiting: dossierIds.filter((id) => !waiting.some((item) => item.dossierId === id)),
      certifiedLater: grant === 'none' || grant === 'kept' ? [] : await selectCertifiedAfter(tx, productIds, signing.signedOn),
    })
    if (!decided.ok) return decided
    const { kind } = decided.event
    const decisionId = known?.id ?? ctx.newId('dec')
    const first = (known?.items.length ?? 0) + 1
    const items = waiting.map((item, index) => {
      const stars = starsAfter(grant, item)
      const outcome = stars === null ? ('not-recognised' as const) : ('recognised' as const)
      return { ...item, outcome, stars, meanwhileStars: null, position: first + index }
    })
    if (!known) await insertDecision(tx, { id: decisionId, kind, sessionId: null, authority: issuer.authority, note, at: ctx.now })
    await insertItems(tx, decisionId, items)
    const followed = await applyDecision(tx, ctx, items, {
      decisionId,
      issuer,
      signing,
      to: act.to,
      by: actorId(ctx.actor),
      keepsCertificates: grant === 'kept',
    })
    const detail = { number: signing.number, signedOn: signing.signedOn, grant, dossiers: dossierIds }
    await record(tx, ctx, act, { subjectId: decisionId, payload: { ...followed, grant }, detail })
    return done({ decisionId })
  })
}
