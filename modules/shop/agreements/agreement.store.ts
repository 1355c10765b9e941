import { insertRows } from '@dacsan/platform/insert-rows'
import { lockText, openTextIfPossible } from '@dacsan/platform/locked-text'
import type { LockedColumn } from '@dacsan/platform/locked-text'
import { dong } from '@dacsan/vietnam'
import type { Dong, PlainDate } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { OrganisationId, UserId } from '../../identity/rules.ts'
import type { MessageLanguage } from '../../message-kinds.ts'
import { agreementOn } from '../rules.ts'
import type { AgreedBuyerKind, Agreement, CreditOf } from '../rules.ts'
import type { AgreedBuyerId, CartId } from '../rules/ids.ts'

export const buyerTaxColumn: LockedColumn = { table: 'agreed_buyer', key: 'id', column: 'tax_code' }

export type AgreedBuyer = {
  id: AgreedBuyerId
  producerId: ProducerId
  kind: AgreedBuyerKind
  name: string
  phone: string
  taxCode: string | null
  /** In which it is written to. */
  language: MessageLanguage
  accessCode: string
  createdAt: Date
  endedAt: Date | null
}

const buyers = (db: ReadDb) =>
  db
    .selectFrom('agreed_buyer')
    .select([
      'id',
      'producer_id as producerId',
      'kind',
      'name',
      'phone',
      'tax_code as taxCode',
      'language',
      'access_code as accessCode',
      'created_at as createdAt',
      'ended_at as endedAt',
    ])
type BuyerRow = Awaited<ReturnType<ReturnType<typeof buyers>['execute']>>[number]

const opened = async (db: ReadDb, row: BuyerRow): Promise<AgreedBuyer> => ({
  ...row,
  taxCode: row.taxCode && (await openTextIfPossible(db, buyerTaxColumn, row.id, row.taxCode)),
})

export async function selectBuyersOf(db: ReadDb, producerId: ProducerId): Promise<AgreedBuyer[]> {
  const rows = await buyers(db)
    .where('producer_id', '=', producerId)
    .orderBy(sql`ended_at is not null`)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return Promise.all(rows.map((row) => opened(db, row)))
}

export async function selectBuyer(db: ReadDb, id: AgreedBuyerId): Promise<AgreedBuyer | undefined> {
  const row = await buyers(db).where('id', '=', id).executeTakeFirst()
  return row && opened(db, row)
}

/** Whose shelves a telephone number may open, each with the code that opens it. */
export async function selectBuyersByPhone(db: ReadDb, phone: string): Promise<Pick<AgreedBuyer, 'id' | 'accessCode'>[]> {
  return db
    .selectFrom('agreed_buyer')
    .where('phone', '=', phone)
    .where('ended_at', 'is', null)
    .select(['id', 'access_code as accessCode'])
    .execute()
}

/** Whoever changes a buyer, or sells on its account, waits for whoever does. */
export async function lockBuyer(
  tx: Tx,
  id: AgreedBuyerId,
): Promise<{ producerId: ProducerId; endedAt: Date | null; organisationId: OrganisationId | null } | undefined> {
  const locked = await tx
    .selectFrom('agreed_buyer')
    .where('id', '=', id)
    .select(['producer_id as producerId', 'ended_at as endedAt'])
    .forUpdate()
    .executeTakeFirst()
  if (!locked) return undefined
  const owner = await tx
    .selectFrom('producer_card')
    .where('id', '=', locked.producerId)
    .select('organisation_id as organisationId')
    .executeTakeFirst()
  return { ...locked, organisationId: owner?.organisationId ?? null }
}

/** One number is one buyer of a seller: one who adds it waits for another. */
export async function isBuyerKnown(tx: Tx, producerId: ProducerId, phone: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`agreed-buyer:${producerId}`}, 0))`.execute(tx)
  const known = await tx
    .selectFrom('agreed_buyer')
    .where('producer_id', '=', producerId)
    .where('phone', '=', phone)
    .where('ended_at', 'is', null)
    .select('id')
    .executeTakeFirst()
  return known !== undefined
}

export async function insertBuyer(tx: Tx, buyer: Omit<AgreedBuyer, 'endedAt'>): Promise<void> {
  const { id, producerId, kind, name, phone, taxCode, language, accessCode, createdAt } = buyer
  await tx
    .insertInto('agreed_buyer')
    .values({
      id,
      producer_id: producerId,
      kind,
      name,
      phone,
      tax_code: taxCode === null ? null : await lockText(tx, buyerTaxColumn, id, taxCode),
      language,
      access_code: accessCode,
      created_at: createdAt,
    })
    .execute()
}

/** Another code shuts the shelves that were opened with the old one. */
export async function updateAccessCode(tx: Tx, id: AgreedBuyerId, accessCode: string): Promise<void> {
  await tx.updateTable('agreed_buyer').set({ access_code: accessCode }).where('id', '=', id).execute()
  await tx.deleteFrom('cart_agreed_buyer').where('buyer_id', '=', id).execute()
}

export async function updateBuyerEnded(tx: Tx, id: AgreedBuyerId, at: Date | null): Promise<void> {
  await tx.updateTable('agreed_buyer').set({ ended_at: at }).where('id', '=', id).execute()
  await tx.deleteFrom('cart_agreed_buyer').where('buyer_id', '=', id).execute()
}

export type MadeAgreement = Agreement & { madeAt: Date; byName: string }

export async function insertAgreement(
  tx: Tx,
  {
    agreementId,
    buyerId,
    percent,
    fromOn,
    untilOn,
    credit,
    prices,
    madeAt,
    byId,
    byName,
  }: Omit<MadeAgreement, 'number' | 'producerId'> & { byId: UserId },
): Promise<void> {
  await tx
    .insertInto('buyer_agreement')
    .values(({ selectFrom, fn, lit }) => ({
      id: agreementId,
      buyer_id: buyerId,
      // Its buyer is locked.
      number: selectFrom('buyer_agreement')
        .where('buyer_id', '=', buyerId)
        .select((eb) => eb(fn.coalesce(fn.max('number'), lit(0)), '+', 1).as('next')),
      percent,
      from_on: fromOn,
      until_on: untilOn,
      credit_limit_vnd: credit?.limitVnd ?? null,
      due_days: credit?.dueDays ?? null,
      stops_when_overdue: credit?.stopsWhenOverdue ?? false,
      made_at: madeAt,
      by_id: byId,
      by_name: byName,
    }))
    .execute()
  await insertRows(
    tx,
    'buyer_agreement_price',
    prices.map(({ packId, priceVnd, leastQuantity, multiple }) => ({
      agreement_id: agreementId,
      pack_id: packId,
      price_vnd: priceVnd,
      least_quantity: leastQuantity,
      multiple,
    })),
  )
}

const agreements = (db: ReadDb) =>
  db
    .selectFrom('buyer_agreement as agreement')
    .innerJoin('agreed_buyer as buyer', 'buyer.id', 'agreement.buyer_id')
    .select([
      'agreement.id as agreementId',
      'agreement.buyer_id as buyerId',
      'producer_id as producerId',
      'number',
      'percent',
      'from_on as fromOn',
      'until_on as untilOn',
      'credit_limit_vnd as limitVnd',
      'due_days as dueDays',
      'stops_when_overdue as stops',
      'made_at as madeAt',
      'by_name as byName',
    ])
type AgreementRow = Awaited<ReturnType<ReturnType<typeof agreements>['execute']>>[number]

async function withPrices(db: ReadDb, rows: readonly AgreementRow[]): Promise<MadeAgreement[]> {
  const prices =
    rows.length === 0
      ? []
      : await db
          .selectFrom('buyer_agreement_price')
          .where(
            'agreement_id',
            'in',
            rows.map(({ agreementId }) => agreementId),
          )
          .select([
            'agreement_id as agreementId',
            'pack_id as packId',
            'price_vnd as priceVnd',
            'least_quantity as leastQuantity',
            'multiple',
          ])
          .orderBy('pack_id')
          .execute()
  return rows.map(({ limitVnd, dueDays, stops, ...row }) => ({
    ...row,
    credit: limitVnd === null || dueDays === null ? null : { limitVnd: dong(limitVnd), dueDays, ...(stops && { stopsWhenOverdue: true }) },
    fromOn: row.fromOn as PlainDate,
    untilOn: row.untilOn as PlainDate,
    prices: prices.flatMap(({ agreementId, priceVnd, ...price }) =>
      agreementId === row.agreementId ? [{ ...price, priceVnd: dong(priceVnd) }] : [],
    ),
  }))
}

/** Every list of a buyer, the newest first. */
export const selectAgreementsOf = async (db: ReadDb, buyerId: AgreedBuyerId): Promise<MadeAgreement[]> =>
  withPrices(db, await agreements(db).where('agreement.buyer_id', '=', buyerId).orderBy('number', 'desc').execute())

/** The list of one buyer that counts on a day, for an order that its seller types; none once nothing is sold to it by agreement. */
export async function selectAgreementsOfBuyer(db: ReadDb, buyerId: AgreedBuyerId, today: PlainDate): Promise<Agreement[]> {
  const rows = await agreements(db)
    .where('buyer.id', '=', buyerId)
    .where('buyer.ended_at', 'is', null)
    .orderBy('agreement.number')
    .execute()
  return [agreementOn(await withPrices(db, rows), today)].filter((one) => one !== undefined)
}

/** Which lists count for a cart on a day: one a buyer, that of the shelf which was opened last first. */
export async function selectAgreementsOfCart(db: ReadDb, cartId: CartId | null | undefined, today: PlainDate): Promise<Agreement[]> {
  if (!cartId) return []
  const rows = await agreements(db)
    .innerJoin('cart_agreed_buyer as opened', 'opened.buyer_id', 'buyer.id')
    .where('opened.cart_id', '=', cartId)
    .where('buyer.ended_at', 'is', null)
    .orderBy('opened.opened_at', 'desc')
    .orderBy('buyer.id')
    .execute()
  const all = await withPrices(db, rows)
  return [...Map.groupBy(all, ({ buyerId }) => buyerId).values()].flatMap((own) => agreementOn(own, today) ?? [])
}

/** Who opened a shelf for this cart, whether or not a list counts today. */
export async function selectBuyersOfCart(db: ReadDb, cartId: CartId): Promise<AgreedBuyer[]> {
  const rows = await buyers(db)
    .innerJoin('cart_agreed_buyer as opened', 'opened.buyer_id', 'agreed_buyer.id')
    .where('opened.cart_id', '=', cartId)
    .where('ended_at', 'is', null)
    .orderBy('opened.opened_at', 'desc')
    .execute()
  return Promise.all(rows.map((row) => opened(db, row)))
}

export async function insertOpened(tx: Tx, { cartId, buyerId, at }: { cartId: CartId; buyerId: AgreedBuyerId; at: Date }): Promise<void> {
  await tx
    .insertInto('cart_agreed_buyer')
    .values({ cart_id: cartId, buyer_id: buyerId, opened_at: at })
    .onConflict((conflict) => conflict.columns(['cart_id', 'buyer_id']).doUpdateSet({ opened_at: at }))
    .execute()
}

export async function deleteOpened(tx: Tx, { cartId, buyerId }: { cartId: CartId; buyerId: AgreedBuyerId }): Promise<void> {
  await tx.deleteFrom('cart_agreed_buyer').where('cart_id', '=', cartId).where('buyer_id', '=', buyerId).execute()
}

/** What each of these buyers owes: orders on account whose goods stand or are there, less what came for them. */
export async function selectOpenOf(db: ReadDb, buyerIds: readonly AgreedBuyerId[]): Promise<Map<AgreedBuyerId, Dong>> {
  if (buyerIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('shop_order')
    .where('agreed_buyer_id', 'in', [...buyerIds])
    .where('payment_status', '=', 'on-account')
    .select([
      'agreed_buyer_id as buyerId',
      sql<number>`sum(total_vnd - returned_vnd - coalesce((select sum(case kind when 'received' then amount_vnd when 'refunded' then -amount_vnd else 0 end)
        from payment_event where order_id = shop_order.id), 0))::bigint`.as('openVnd'),
    ])
    .groupBy('agreed_buyer_id')
    .execute()
  return new Map(rows.map(({ buyerId, openVnd }) => [buyerId!, dong(Number(openVnd))]))
}

/** The orders of which it consists, the oldest first. */
export async function selectOpenOrders(db: ReadDb, buyerId: AgreedBuyerId) {
  const rows = await db
    .selectFrom('shop_order')
    .where('agreed_buyer_id', '=', buyerId)
    .where('payment_status', '=', 'on-account')
    .select([
      'id',
      'code',
      'created_at as placedAt',
      'fulfilment_status as fulfilment',
      sql<number>`total_vnd - returned_vnd - coalesce((select sum(case kind when 'received' then amount_vnd when 'refunded' then -amount_vnd else 0 end)
        from payment_event where order_id = shop_order.id), 0)`.as('openVnd'),
    ])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, openVnd: dong(Number(row.openVnd)) }))
}

/** The same for whoever is about to owe more: the buyers are held first, in the order of their ids. */
export async function lockOpenOf(tx: Tx, buyerIds: readonly AgreedBuyerId[]): Promise<Map<AgreedBuyerId, Dong>> {
  if (buyerIds.length === 0) return new Map()
  await tx
    .selectFrom('agreed_buyer')
    .where('id', 'in', [...buyerIds])
    .select('id')
    .orderBy('id')
    .forUpdate()
    .execute()
  return selectOpenOf(tx, buyerIds)
}

/** What sellers let the buyers of these lists owe, by seller. */
export const creditsOf = (
  agreements: readonly Agreement[],
  open: ReadonlyMap<AgreedBuyerId, Dong>,
  stopped: ReadonlySet<AgreedBuyerId>,
): Record<ProducerId, CreditOf> =>
  Object.fromEntries(
    agreements.flatMap(({ producerId, buyerId, credit }) =>
      credit
        ? [
            [
              producerId,
              { limitVnd: credit.limitVnd, openVnd: open.get(buyerId) ?? dong(0), ...(stopped.has(buyerId) && { stopped: true }) },
            ],
          ]
        : [],
    ),
  )
