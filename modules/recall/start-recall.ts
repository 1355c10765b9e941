import { Conflict, NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../context.ts'
import { actorId, actorName, record, requireAct } from '../identity/index.ts'
import { rulesOn } from '../law/index.ts'
import { selectOrdersOfLots } from '../shop/index.ts'
import { recallLotWithin } from '../traceability/index.ts'
import { recallActs, tiesOfRecall } from './acts.ts'
import type { RecallOrigin } from './acts.ts'
import { selectLotsToRecall } from './affected-lot.store.ts'
import type { LotToRecall } from './affected-lot.store.ts'
import { insertRecall, lockCodes, newCode, selectByKey } from './case.store.ts'
import type { StartRecallInput } from './inputs.ts'
import { isCompetent } from './policy.ts'
import type { RecallId } from './rules/ids.ts'
import type { StartRefusal } from './rules/refusals.ts'

type Started = Outcome<{ recallIds: RecallId[] }, StartRefusal>

/**
 * Recalls lots, by their maker or by an authority: a case for each maker. From the commit on every scan says so first, nothing of the lots is sold, handed
 * over or labelled, and everybody is told. The same form sent twice is one case.
 */
export const startRecall = (ctx: Ctx, input: StartRecallInput): Promise<Started> => open(ctx, 'start', input)

/** The same as a drill: no lot changes, nobody is told. */
export const rehearseRecall = (ctx: Ctx, input: StartRecallInput): Promise<Started> => open(ctx, 'rehearse', input)

async function open(ctx: Ctx, name: 'start' | 'rehearse', input: StartRecallInput): Promise<Started> {
  return inTransaction(ctx, async (tx) => {
    const lots = await selectLotsToRecall(tx, input.lotId)
    if (lots.length === 0) throw new NotFound('No such lot')
    const grants = lots.map((lot) => requireAct(ctx.actor, recallActs[name], tiesOfRecall(lot)))
    const grant = grants.find(({ party }) => party !== 'producer') ?? grants[0]!
    if (!(await isCompetent(tx, ctx.now, grant))) return refuse('not-the-authority')
    await lockCodes(tx)
    const before = await selectByKey(tx, input.requestKey)
    if (before.length > 0) return done({ recallIds: before })
    const isDrill = name === 'rehearse'
    const recalledBefore = lots.filter(({ status }) => status === 'recalled')
    if (!isDrill && recalledBefore.length > 0) return refuse('lot-recalled-before', { lots: recalledBefore.map(({ number }) => number) })
    const origin: RecallOrigin = grant.party === 'producer' ? 'voluntary' : 'ordered'
    if (!isDrill) await recallAll(tx, ctx, lots, { reason: input.reason, by: origin === 'voluntary' ? 'producer' : 'officer' })
    const recallIds: RecallId[] = []
    for (const own of Map.groupBy(lots, ({ producerId }) => producerId).values())
      recallIds.push(await openCase(tx, ctx, own, { ...input, isDrill, origin }))
    return done({ recallIds })
  })
}

/** All of them or none, in the order of their ids: whoever sells of several holds them in the same order. */
async function recallAll(
  tx: Tx,
  ctx: Ctx,
  lots: readonly LotToRecall[],
  why: { reason: string; by: 'producer' | 'officer' },
): Promise<void> {
  for (const { id } of lots.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const recalled = await recallLotWithin(tx, ctx, { lotId: id, ...why })
    // Somebody else was quicker by a blink: nothing of this case may stay.
    if (!recalled.ok) throw new Conflict('A lot was recalled meanwhile', { lotId: id })
  }
}

type Opening = StartRecallInput & { isDrill: boolean; origin: RecallOrigin }
const oneDay = 86_400_000

async function openCase(tx: Tx, ctx: Ctx, lots: readonly LotToRecall[], given: Opening): Promise<RecallId> {
  const today = dateInVietnam(ctx.now)
  const { producerId } = lots[0]!
  const lotIds = lots.map(({ id }) => id)
  const law = await rulesOn(tx, ['recall.decision-hours', 'recall.risk-classes'], today)
  const classes = law['recall.risk-classes'].value
  const { key: risk, days } = classes.find(({ key }) => key === given.risk) ?? classes[0]!
  const code = await newCode(tx, Number(today.slice(0, 4)))
  const id = ctx.newId('rcl')
  // A clock of a browser may be wrong, or a page a day old.
  const beganAt = new Date(Math.min(ctx.now.getTime(), Math.max(given.beganAt, ctx.now.getTime() - oneDay)))
  await insertRecall(tx, {
    id,
    code,
    isDrill: given.isDrill,
    origin: given.origin,
    producerId,
    risk,
    reason: given.reason,
    buyersDo: given.buyersDo,
    beganAt: given.beganAt === 0 ? ctx.now : beganAt,
    at: ctx.now,
    byId: actorId(ctx.actor),
    byName: actorName(ctx.actor),
    decideBy: new Date(ctx.now.getTime() + law['recall.decision-hours'].value * 3_600_000),
    finishBy: addDays(today, days),
    isSample: lots.some(({ isSample }) => isSample),
    requestKey: given.requestKey,
    lotIds,
    orders: await selectOrdersOfLots(tx, lotIds),
  })
  const payload = { recallId: id, code, producerId, lotIds, isDrill: given.isDrill }
  await record(tx, ctx, given.isDrill ? recallActs.rehearse : recallActs.start, {
    subjectId: id,
    payload,
    detail: { reason: given.reason },
  })
  return id
}
