import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { record } from '../identity/index.ts'
import { workshopOf } from '../traceability/index.ts'
import type { LotId } from '../traceability/rules.ts'
import { goodsActs } from './acts.ts'
import type { PackGoodsInput } from './inputs.ts'
import { lockLot, packOf, placeOf } from './lock-lot.ts'
import { decidePacking, lotUnitsPerPack, units } from './rules.ts'
import type { PackRefusal } from './rules.ts'
import { lockPositions, selectEntryByKey, sumTaken } from './stock.store.ts'
import { writeEntries } from './write-entries.ts'

type Reused = { code: 'request-key-reused' }
export type PackedGoods = { lotId: LotId; packed: number }

/** A lot becomes so many of each pack, at one place; all that is left of it where nobody says how many. The same form sent again changes nothing. */
export async function packGoods(
  ctx: Ctx,
  { lotId, placeId, packs, requestKey }: PackGoodsInput,
): Promise<Outcome<PackedGoods, PackRefusal | Reused>> {
  return inTransaction(ctx, async (tx) => {
    const lot = await lockLot(tx, ctx, 'pack', lotId)
    const defaultPack = lot.packs.find(({ isDefault }) => isDefault)!
    const alreadyTaken = await sumTaken(tx, lotId)
    const wanted = (packs ?? [{ packId: defaultPack.id }]).map(({ packId = defaultPack.id, ...asked }) => {
      const pack = packOf(lot, packId)
      const perPack = lotUnitsPerPack(lot, pack, { defaultPack, told: 'perPack' in asked ? (asked.perPack ?? null) : null })
      const all = perPack === null ? 0 : Math.floor(units((lot.quantity - alreadyTaken) / perPack))
      return { pack, quantity: 'quantity' in asked ? Number(asked.quantity) : all, perPack }
    })
    const packed = wanted.reduce((sum, { quantity }) => sum + quantity, 0)
    const known = await selectEntryByKey(tx, requestKey)
    if (known) {
      const first = wanted.find(({ quantity }) => quantity > 0)
      const isThis = packs === undefined || (known.packId === first?.pack.id && known.delta === first.quantity)
      const same = known.lotId === lotId && known.kind === 'packed' && isThis
      return same ? done({ lotId, packed }) : refuse('request-key-reused')
    }
    const { status, expiresOn, quantity: made, unit, productId } = lot
    const facts = { wanted, alreadyTaken, today: dateInVietnam(ctx.now) }
    const decision = decidePacking({ status, expiresOn, made, unit }, facts)
    if (!decision.ok) return decision
    const at = placeId === undefined ? await workshopOf(tx, ctx, lot.producerId) : placeOf(lot, placeId).id
    const lines = decision.event.lines.map((line) => ({ ...line, lotId, placeId: at }))
    await lockPositions(tx, productId, lines)
    await writeEntries(
      tx,
      ctx,
      lines.map((line, place) => ({ ...line, kind: 'packed' as const, requestKey: place === 0 ? requestKey : undefined })),
    )
    const payload = { lotId, placeId: at, packs: lines.map(({ packId, delta }) => ({ packId, delta })) }
    await record(tx, ctx, goodsActs.pack, { subjectId: lotId, payload })
    return done({ lotId, packed })
  })
}
