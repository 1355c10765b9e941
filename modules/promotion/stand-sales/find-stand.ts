import { NotFound, mayOf } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { buildVietQr } from '@dacsan/vietqr'
import type { Ctx } from '../../context.ts'
import { grantsOf } from '../../identity/rules.ts'
import { ownOffers, ownShop } from '../../shop/index.ts'
import { placesOfProducer } from '../../traceability/index.ts'
import { tiesOfApplication } from '../fairs/acts.ts'
import { selectApplication } from '../fairs/application.store.ts'
import { selectFair } from '../fairs/fair.store.ts'
import type { FairApplicationId } from '../fairs/rules/ids.ts'
import { standActs } from './acts.ts'
import { selectDays, selectPacksAt, selectPlaceOfStand, selectStandSales } from './stand-sale.store.ts'

const mostSales = 200

/** A stand as whoever stands at it sells: what lies there, at which price, and what was sold. */
export async function findStand(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, id: FairApplicationId) {
  const one = await selectApplication(ctx.db, id)
  const grants = one ? grantsOf(ctx.actor, tiesOfApplication(one)) : []
  if (!one || !grants.some(({ party, tie }) => party === 'producer' && tie === 'owner')) throw new NotFound('No such stand')
  const may = mayOf(standActs, one.status, grants)
  const fair = (await selectFair(ctx.db, one.fairId))!
  const placeId = await selectPlaceOfStand(ctx.db, id)
  const [places, packs, sales, days, offers, { seller }] = await Promise.all([
    placesOfProducer(ctx.db, one.producerId),
    selectPacksAt(ctx.db, one.producerId, placeId),
    selectStandSales(ctx.db, id, mostSales),
    selectDays(ctx.db, id),
    ownOffers(ctx),
    ownShop(ctx),
  ])
  const lastPrice = new Map(sales.toReversed().flatMap(({ lines }) => lines.map(({ packId, unitVnd }) => [packId, unitVnd] as const)))
  const isBegun = fair.status === 'running' || fair.status === 'ended'
  return {
    fair: { id: fair.id, name: fair.name, opensOn: fair.opensOn, closesOn: fair.closesOn },
    stand: { id, number: one.standNumber, producerName: one.producerName },
    place: places.find((place) => place.id === placeId) ?? null,
    places: places.filter(({ endedAt }) => endedAt === null),
    /** The price of the last sale here, else that of the shop. */
    packs: packs.map((pack) => ({
      ...pack,
      priceVnd: lastPrice.get(pack.packId) ?? offers.find(({ packId }) => packId === pack.packId)?.listing?.priceVnd ?? null,
    })),
    sales: sales.map((sale) => ({
      ...sale,
      isBack: sale.backReason !== null,
      // Written down so much later that there was no signal.
      cameLate: sale.at.getTime() - sale.soldAt.getTime() > 5 * 60_000,
    })),
    days,
    transferTo: seller && transferTo(seller, one.standNumber),
    missing: sales
      .filter(({ backReason }) => backReason === null)
      .flatMap(({ lines }) => lines)
      .reduce((sum, line) => sum + line.missing, 0),
    today: dateInVietnam(ctx.now),
    can: {
      choosePlace: may['choose-place'] === true && (placeId === null || sales.length === 0),
      sell: may.sell === true && isBegun,
      takeBack: may['take-back'] === true && isBegun,
      book: may['book-goods'] === true && placeId !== null,
    },
  }
}
/** One code for every buyer at the stand, who types the sum: it is drawn before the signal is lost. */
function transferTo(
  { bankBin, bankAccount, accountName }: { bankBin: string; bankAccount: string | null; accountName: string },
  standNumber: string | null,
) {
  if (bankAccount === null) return null
  const transfer = { bin: bankBin, account: bankAccount, service: 'QRIBFTTA', purpose: `GIAN ${standNumber ?? ''}`.trim() } as const
  const payload = buildVietQr(transfer, new Set([bankBin]))
  return payload.ok ? { payload: payload.value, account: bankAccount, holder: accountName } : null
}
