import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../context.ts'
import { record, requireAct } from '../identity/index.ts'
import { lockLots } from '../traceability/index.ts'
import type { PlaceId } from '../traceability/rules.ts'
import { goodsActs, tiesOfGoods } from './acts.ts'
import type { CountPlaceInput } from './inputs.ts'
import { selectEverThere, selectOwnedPlace } from './goods.store.ts'
import { decideCount } from './rules.ts'
import type { CountRefusal } from './rules.ts'
import { lockBooks, lockPositions, selectEntryByKey, sumTaken, sumsOfPack } from './stock.store.ts'
import { writeEntries } from './write-entries.ts'
import type { NewEntry } from './write-entries.ts'

/** Which line of the form was refused. */
export type CountedWrong = CountRefusal & { line: number }
export type CountedPlace = { counted: number; differences: number }

/** The shelf of a place was counted: what is not as the books say is written as a difference with its reason; that all agrees is recorded too. */
export async function countPlace(
  ctx: Ctx,
  { placeId, counts, requestKey }: CountPlaceInput,
): Promise<Outcome<CountedPlace, CountedWrong | { code: 'request-key-reused' }>> {
  return inTransaction(ctx, async (tx) => {
    const lotIds = [...new Set(counts.map(({ lotId }) => lotId))]
    await lockBooks(tx, lotIds)
    const lots = new Map((await lockLots(tx, { lotIds })).map((lot) => [lot.id, lot]))
    await requireOwnPlace(tx, ctx, placeId)
    const known = await selectEntryByKey(tx, requestKey)
    if (known) {
      const same = known.kind === 'counted' && known.placeId === placeId && lotIds.includes(known.lotId)
      return same ? done({ counted: counts.length, differences: 0 }) : refuse('request-key-reused')
    }
    const there = await selectEverThere(tx, placeId, lotIds)
    const entries: NewEntry[] = []
    for (const [line, { lotId, packId, counted, note }] of counts.entries()) {
      const lot = lots.get(lotId)
      if (!lot || !there.some((one) => one.lotId === lotId && one.packId === packId))
        throw new NotFound('No such goods here', { lotId, packId })
      const [goods] = await lockPositions(tx, lot.productId, [{ lotId, packId, placeId }])
      const { perPack } = await sumsOfPack(tx, { lotId, packId })
      const before = entries.filter((entry) => entry.lotId === lotId).reduce((sum, entry) => sum + (entry.lotUnits ?? 0), 0)
      const alreadyTaken = (await sumTaken(tx, lotId)) + before
      const decision = decideCount({ ...goods!, made: lot.quantity, unit: lot.unit }, { counted, note, perPack, alreadyTaken })
      if (!decision.ok) return refuse(decision.refusal.code, { ...decision.refusal, line }) as { ok: false; refusal: CountedWrong }
      const { delta, lotUnits } = decision.event
      if (delta === 0) continue
      const key = entries.length === 0 ? requestKey : undefined
      entries.push({
        lotId,
        packId,
        placeId,
        delta,
        lotUnits,
        note,
        kind: 'counted',
        requestKey: key,
      })
    }
    await writeEntries(tx, ctx, entries)
    const payload = { placeId, counted: counts.length, differences: entries.length }
    await record(tx, ctx, goodsActs.count, { subjectId: placeId, payload })
    return done({ counted: payload.counted, differences: payload.differences })
  })
}

/** A place of the actor's producer; anybody else's does not exist. */
async function requireOwnPlace(tx: Tx, ctx: Pick<Ctx, 'actor'>, placeId: PlaceId): Promise<void> {
  const place = await selectOwnedPlace(tx, placeId)
  if (!place) throw new NotFound('No such place', { placeId })
  requireAct(ctx.actor, goodsActs.count, tiesOfGoods(place))
}
