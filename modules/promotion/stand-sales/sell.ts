import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { NamedAct, Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { actorId, actorName, record, requireAct } from '../../identity/index.ts'
import { bringBack, lockAtPlace, sellAtPlace } from '../../inventory/index.ts'
import { placesOfProducer } from '../../traceability/index.ts'
import type { PlaceId } from '../../traceability/rules.ts'
import { tiesOfApplication } from '../fairs/acts.ts'
import { lockApplication, selectApplication } from '../fairs/application.store.ts'
import type { StoredApplication } from '../fairs/application.store.ts'
import { selectFair } from '../fairs/fair.store.ts'
import type { StoredFair } from '../fairs/fair.store.ts'
import type { FairApplicationId } from '../fairs/rules/ids.ts'
import type { ApplicationClosed } from '../fairs/rules/refusals.ts'
import { standActs } from './acts.ts'
import type { StandAct } from './acts.ts'
import type { BookGoodsInput, ChoosePlaceInput, StandSaleInput, TakeBackSaleInput } from './inputs.ts'
import type { StandSaleId } from './rules/ids.ts'
import type { BackRefusal, PlaceRefusal, SellRefusal } from './rules/refusals.ts'
import { sumOfSale, takeGoods, whyNotSold } from './rules/sale.ts'
import {
  hasSold,
  insertBack,
  insertGoods,
  insertStandSale,
  selectGoods,
  selectMissing,
  selectPacksAt,
  selectPlaceOfStand,
  selectSale,
  selectSaleByKey,
  updatePlaceOfStand,
} from './stand-sale.store.ts'

type Begun = { fair: StoredFair; one: StoredApplication }

/** The stand, held, for whoever stands at it; to anybody else it is not there. Sales of one stand are written one after the other. */
async function begin(tx: Tx, ctx: Ctx, act: StandAct, id: FairApplicationId): Promise<Outcome<Begun, ApplicationClosed>> {
  const known = await selectApplication(tx, id)
  if (!known) throw new NotFound('No such stand')
  requireAct(ctx.actor, standActs[act], tiesOfApplication(known))
  const one = (await lockApplication(tx, id))!
  const fair = (await selectFair(tx, one.fairId))!
  const refused = refuseStatus(standActs[act], one.status) as ReturnType<typeof refuseStatus<typeof standActs.sell, typeof one.status>>
  return refused ?? done({ fair, one })
}

const recordAct = (tx: Tx, ctx: Ctx, act: StandAct, { id, fairId, producerId }: StoredApplication) =>
  record(tx, ctx, standActs[act] as NamedAct & typeof standActs.sell, { subjectId: id, payload: { applicationId: id, fairId, producerId } })

const by = (ctx: Ctx) => ({ at: ctx.now, byId: actorId(ctx.actor), byName: actorName(ctx.actor) })
const isBegun = ({ status }: StoredFair) => status === 'running' || status === 'ended'

/** Which place of the ledger the goods of the stand lie at; once something was sold from it it stays. */
export async function chooseStandPlace(
  ctx: Ctx,
  { applicationId, placeId }: ChoosePlaceInput,
): Promise<Outcome<null, ApplicationClosed | PlaceRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await begin(tx, ctx, 'choose-place', applicationId)
    if (!begun.ok) return begun
    const { one } = begun.value
    const place = (await placesOfProducer(tx, one.producerId)).find(({ id }) => id === placeId)
    if (!place || place.endedAt !== null) return refuse('place-unknown')
    const before = await selectPlaceOfStand(tx, one.id)
    if (before === placeId) return done(null)
    if (before !== null && (await hasSold(tx, one.id))) return refuse('sold-before')
    await updatePlaceOfStand(tx, one.id, placeId)
    await recordAct(tx, ctx, 'choose-place', one)
    return done(null)
  })
}

/**
 * Writes down a sale that was made. It is written even where the books lack the goods: the buyer has them. The same form sent twice, by a telephone that
 * heard no answer, is one sale.
 */
export async function sellAtStand(
  ctx: Ctx,
  input: StandSaleInput,
): Promise<Outcome<{ saleId: StandSaleId; missing: number }, ApplicationClosed | SellRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await begin(tx, ctx, 'sell', input.applicationId)
    if (!begun.ok) return begun
    const { fair, one } = begun.value
    const { lines, paidBy, requestKey } = input
    const sumVnd = sumOfSale(lines)
    const known = await selectSaleByKey(tx, requestKey)
    if (known) {
      const same = known.applicationId === one.id && known.sumVnd === sumVnd && known.paidBy === paidBy
      return same ? done({ saleId: known.id, missing: 0 }) : refuse('request-key-reused')
    }
    const soldAt = input.soldAt ?? ctx.now
    const refused = whyNotSold(fair, { soldAt, lines }, ctx.now)
    if (refused) return refused
    const own = new Set((await selectPacksAt(tx, one.producerId, null)).map(({ packId }) => packId))
    if (!lines.every(({ packId }) => own.has(packId))) return refuse('pack-of-other')
    const saleId = ctx.newId('ssl')
    const day = dateInVietnam(soldAt)
    await insertStandSale(tx, { ...by(ctx), id: saleId, applicationId: one.id, day, soldAt, paidBy, sumVnd, requestKey, lines })
    const placeId = await selectPlaceOfStand(tx, one.id)
    const missing = placeId === null ? lines.length : await takeOutOfBooks(tx, ctx, placeId, [{ saleId, day, lines }])
    await recordAct(tx, ctx, 'sell', one)
    return done({ saleId, missing })
  })
}

type Wanted = {
  saleId: StandSaleId
  day: string
  lines: readonly { packId: StandSaleInput['lines'][number]['packId']; quantity: number }[]
}

/** Answers how many lines still lack goods. */
async function takeOutOfBooks(tx: Tx, ctx: Ctx, placeId: PlaceId, sales: readonly Wanted[]): Promise<number> {
  const packIds = [...new Set(sales.flatMap(({ lines }) => lines.map(({ packId }) => packId)))]
  let lots = await lockAtPlace(tx, { placeId, packIds })
  let missing = 0
  for (const { saleId, day, lines } of sales) {
    const taken = takeGoods(lots, lines, day)
    missing += taken.missing.length
    if (taken.picks.length === 0) continue
    await sellAtPlace(tx, ctx, taken.picks, saleId)
    await insertGoods(tx, saleId, taken.picks, ctx.now)
    lots = lots.map((lot) => {
      const pick = taken.picks.find(({ lotId, packId }) => lotId === lot.lotId && packId === lot.packId)
      return pick ? { ...lot, onHand: lot.onHand - pick.quantity } : lot
    })
  }
  return missing
}

/** A sale that was none, or goods that came back: they lie at the stand again. */
export async function takeBackStandSale(
  ctx: Ctx,
  { applicationId, saleId, reason }: TakeBackSaleInput,
): Promise<Outcome<null, ApplicationClosed | BackRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await begin(tx, ctx, 'take-back', applicationId)
    if (!begun.ok) return begun
    const { fair, one } = begun.value
    const sale = await selectSale(tx, saleId)
    if (!sale || sale.applicationId !== one.id) throw new NotFound('No such sale')
    if (sale.backAt !== null) return refuse('taken-back-before')
    if (!isBegun(fair)) return refuse('not-running')
    await insertBack(tx, { ...by(ctx), saleId, reason })
    const goods = await selectGoods(tx, saleId)
    if (goods.length > 0) await bringBack(tx, goods, { ctx, ref: saleId, note: reason })
    await recordAct(tx, ctx, 'take-back', one)
    return done(null)
  })
}

/** Takes out of the books what was sold before they had it, the oldest sale first. */
export async function bookStandGoods(
  ctx: Ctx,
  { applicationId }: BookGoodsInput,
): Promise<Outcome<{ missing: number }, ApplicationClosed | PlaceRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const begun = await begin(tx, ctx, 'book-goods', applicationId)
    if (!begun.ok) return begun
    const { one } = begun.value
    const placeId = await selectPlaceOfStand(tx, one.id)
    if (placeId === null) return refuse('place-unknown')
    const open = await selectMissing(tx, one.id)
    const sales = [...Map.groupBy(open, ({ saleId }) => saleId)].map(([saleId, lines]) => ({ saleId, day: lines[0]!.day, lines }))
    const missing = await takeOutOfBooks(tx, ctx, placeId, sales)
    await recordAct(tx, ctx, 'book-goods', one)
    return done({ missing })
  })
}
