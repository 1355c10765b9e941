import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import { aisleOf } from '../../catalogue/index.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { holidays, ruleOn, rulesOn } from '../../law/index.ts'
import { fairActs } from './acts.ts'
import { insertAllotment } from './allotment.store.ts'
import { selectApplications, selectChosen, selectPast, updateApplication } from './application.store.ts'
import type { StoredApplication } from './application.store.ts'
import { selectFair, updateFair } from './fair.store.ts'
import type { StoredFair } from './fair.store.ts'
import type { AllotInput } from './inputs.ts'
import { beginFair, recordFair, requireOffice } from './policy.ts'
import { allotStands, markOf } from './rules/allotment.ts'
import type { Candidate, Line, PointRule } from './rules/allotment.ts'
import { endOfTerm } from './rules/clocks.ts'
import type { FairApplicationId, FairId } from './rules/ids.ts'
import type { AllotRefusal, FairClosed } from './rules/refusals.ts'

/** The former district where it is known, else the commune: districts were dissolved on 1 July 2025, distances were not. */
const areaOf = ({ formerDistrictCode, communeCode, producerId }: StoredApplication): string =>
  formerDistrictCode ?? communeCode ?? producerId

/** The list as it would be published now, with what is true of the products now. */
async function decide(db: ReadDb, fair: StoredFair, rule: PointRule): Promise<{ lines: Line[]; applications: StoredApplication[] }> {
  const [all, chosen, past] = await Promise.all([
    selectApplications(db, fair.id),
    selectChosen(db, { fairId: fair.id }),
    selectPast(db, fair.id),
  ])
  const applications = all.filter(({ status }) => status === 'open')
  const products = Map.groupBy(chosen, ({ applicationId }) => applicationId)
  const before = new Map(past.map((one) => [one.producerId, one]))
  const wanted: readonly string[] = fair.wanted
  const candidates = applications.map((one): Candidate => ({
    id: one.id,
    completeAt: one.completeAt,
    area: areaOf(one),
    foodSafetyUntil: one.foodSafetyUntil,
    timesHeld: before.get(one.producerId)?.held ?? 0,
    timesAbsent: before.get(one.producerId)?.absent ?? 0,
    products: (products.get(one.id) ?? []).map((product) => ({
      stars: product.stars,
      certifiedUntil: product.certifiedUntil,
      isCertified: product.isCertified,
      hasOpenRecall: product.hasOpenRecall,
      fits: wanted.length === 0 || wanted.includes(aisleOf(product.setCode)),
    })),
  }))
  return { lines: allotStands(fair, rule, candidates), applications }
}

/** What publishing would do, for the department: the same list, to the last place. */
export async function previewAllotment(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, fairId: FairId) {
  requireOffice(ctx.actor)
  const fair = await selectFair(ctx.db, fairId)
  if (!fair) throw new NotFound('No such fair')
  const rule = await ruleOn(ctx.db, 'fair.points', dateInVietnam(ctx.now))
  const { lines, applications } = await decide(ctx.db, fair, rule.value)
  const byId = new Map<string, StoredApplication>(applications.map((one) => [one.id, one]))
  return { fair, rule, mark: markOf(lines), lines: lines.map((line) => ({ ...line, application: byId.get(line.id)! })) }
}

/**
 * Publishes the list that was seen: who has a stand, who waits, who not and why. It stays as it is; complaints and confirmations have their days from
 * this one. Changed something since it was seen, it is shown again.
 */
export async function publishAllotment(ctx: Ctx, { fairId, mark }: AllotInput): Promise<Outcome<null, AllotRefusal | FairClosed>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await beginFair(tx, ctx, 'allot', fairId)
    if (!begun.ok) return begun
    const fair = begun.value
    const today = dateInVietnam(ctx.now)
    const law = await rulesOn(tx, ['fair.points', 'fair.confirm-working-days', 'fair.appeal-working-days'], today)
    const { lines, applications } = await decide(tx, fair, law['fair.points'].value)
    if (lines.length === 0) return refuse('no-applications')
    if (markOf(lines) !== mark) return refuse('preview-old')
    const completeAt = new Map<string, Date | null>(applications.map((one) => [one.id, one.completeAt]))
    const confirmBy = endOfTerm(today, law['fair.confirm-working-days'].value, holidays())
    await insertAllotment(
      tx,
      fairId,
      lines.map(({ id, ...line }) => ({ ...line, applicationId: id as FairApplicationId, completeAt: completeAt.get(id) ?? null })),
      ctx.now,
    )
    for (const { id, outcome, place } of lines)
      await updateApplication(tx, id as FairApplicationId, {
        status: outcome,
        waiting_place: outcome === 'waiting' ? place : null,
        confirm_by: outcome === 'allotted' ? confirmBy : null,
      })
    await updateFair(tx, fairId, {
      status: fairActs.allot.to,
      allotted_at: ctx.now,
      confirm_by: confirmBy,
      appeal_by: endOfTerm(today, law['fair.appeal-working-days'].value, holidays()),
    })
    await recordFair(tx, ctx, 'allot', fair)
    return done(null)
  })
}
