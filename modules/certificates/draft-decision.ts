import { idInput } from '@dacsan/platform/ids'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import { sessionResults } from '../appraisal/index.ts'
import type { ResultRow } from '../appraisal/index.ts'
import { fullAddress, producerFile } from '../catalogue/index.ts'
import type { Ctx, Tx } from '../context.ts'
import { record, requireAct, system } from '../identity/index.ts'
import { findCommune, ranksOn } from '../law/index.ts'
import { outcomeOf } from '../law/rules.ts'
import type { Ranks } from '../law/rules.ts'
import { issuers } from '../papers/index.ts'
import { insertDecision, insertItems, lockDecisions, selectDecision } from './decision.store.ts'
import { productCodeFor } from './product-code-for.ts'
import { decisionActs } from './rules.ts'
import type { DraftRefusal } from './rules.ts'
import type { DecisionId } from './rules/ids.ts'

export const draftDecisionInput = z.object({ sessionId: idInput('ses') })
export type DraftDecisionInput = z.infer<typeof draftDecisionInput>

/** Words the decision on a closed session: what becomes of each dossier by its exact result. A session has one decision, however often it is asked for. */
export async function draftDecision(
  ctx: Ctx,
  { sessionId }: DraftDecisionInput,
): Promise<Outcome<{ decisionId: DecisionId }, DraftRefusal>> {
  requireAct(ctx.actor, decisionActs.draft)
  const { session, results } = await sessionResults(ctx.db, sessionId)
  if (session.closedAt === null) return refuse('session-open')
  if (results.length === 0) return refuse('nothing-decided')
  return inTransaction(ctx, async (tx) => {
    await lockDecisions(tx)
    const known = await selectDecision(tx, { sessionId })
    if (known) return done({ decisionId: known.id })
    const id = ctx.newId('dec')
    const ranks = await ranksOn(tx, session.heldOn)
    await insertDecision(tx, { id, kind: 'council', sessionId, authority: issuers.province.authority, note: '', at: ctx.now })
    const year = Number(session.heldOn.slice(0, 4))
    const items = await Promise.all(results.map((result) => itemOf(tx, result, ranks, year)))
    await insertItems(tx, id, await coded(tx, items))
    await record(tx, ctx, decisionActs.draft, { subjectId: id, detail: { sessionId } })
    return done({ decisionId: id })
  })
}

type Item = Awaited<ReturnType<typeof itemOf>>

/** The list that is signed carries the codes, so they are given with the draft; what another authority decides gets its code from there. */
async function coded(tx: Tx, items: readonly Item[]): Promise<(Item & { productCode: string | null })[]> {
  const rows: (Item & { productCode: string | null })[] = []
  for (const item of items) rows.push({ ...item, productCode: item.outcome === 'recognised' ? await productCodeFor(tx, item) : null })
  return rows
}

async function itemOf(tx: Tx, result: ResultRow, ranks: Ranks, evaluationYear: number) {
  const commune = await findCommune(tx, result.communeCode)
  if (!commune) throw new NotFound('No such commune', { code: result.communeCode })
  const { address } = await producerFile({ db: tx, actor: system('certificates') }, result.producerId)
  const outcome = outcomeOf(result, ranks)
  return {
    dossierId: result.dossierId,
    productId: result.productId,
    productName: result.productName,
    producerName: result.producerName,
    address: fullAddress(address, commune.name, commune.provinceName),
    provinceCode: commune.provinceCode,
    communeCode: commune.code,
    communeName: result.communeName,
    setCode: result.setCode,
    setName: result.setName,
    totalPoints: result.totalPoints,
    sheetCount: result.sheetCount,
    evaluationYear,
    outcome,
    stars: outcome === 'not-recognised' ? null : result.stars,
    meanwhileStars: null,
    position: result.position,
    isSample: result.isSample,
  }
}
