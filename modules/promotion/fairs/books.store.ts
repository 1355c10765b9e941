import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { SaleSource, VisitMethod } from './acts.ts'
import type { FairApplicationId, FairId } from './rules/ids.ts'

type By = { requestKey: string; at: Date; byId: UserId | null; byName: string }
const byOf = ({ requestKey, at, byId, byName }: By) => ({ request_key: requestKey, at, by_id: byId, by_name: byName })

export type NewSale = By & {
  id: string
  applicationId: FairApplicationId
  day: PlainDate
  knownBy: SaleSource
  cashVnd: number
  transferVnd: number
  orderVnd: number
  shopVnd: number
}

/** The same form sent twice is one line. */
export async function insertSale(tx: Tx, given: NewSale): Promise<void> {
  await tx
    .insertInto('fair_sale')
    .values({
      ...byOf(given),
      id: given.id,
      application_id: given.applicationId,
      day: given.day,
      known_by: given.knownBy,
      cash_vnd: given.cashVnd,
      transfer_vnd: given.transferVnd,
      order_vnd: given.orderVnd,
      shop_vnd: given.shopVnd,
    })
    .onConflict((conflict) => conflict.column('request_key').doNothing())
    .execute()
}

export async function insertVisits(
  tx: Tx,
  given: {
    id: string
    fairId: FairId
    day: PlainDate
    visits: number
    countedBy: VisitMethod
    requestKey: string
    at: Date
    byName: string
  },
): Promise<void> {
  await tx
    .insertInto('fair_visit')
    .values({
      id: given.id,
      fair_id: given.fairId,
      day: given.day,
      visits: given.visits,
      counted_by: given.countedBy,
      request_key: given.requestKey,
      at: given.at,
      by_name: given.byName,
    })
    .onConflict((conflict) => conflict.column('request_key').doNothing())
    .execute()
}

export async function insertCost(
  tx: Tx,
  given: By & {
    applicationId: FairApplicationId
    contractNumber: string
    contractOn: PlainDate
    standNumber: string
    priceVnd: number
    supportedVnd: number
    budget: string
  },
): Promise<void> {
  await tx
    .insertInto('fair_cost')
    .values({
      ...byOf(given),
      application_id: given.applicationId,
      contract_number: given.contractNumber,
      contract_on: given.contractOn,
      stand_number: given.standNumber,
      price_vnd: given.priceVnd,
      supported_vnd: given.supportedVnd,
      budget: given.budget,
    })
    .execute()
}

export async function insertResult(
  tx: Tx,
  given: By & {
    id: string
    applicationId: FairApplicationId
    afterDays: number
    contracts: number
    contractVnd: number
    salesVnd: number
    method: string
  },
): Promise<void> {
  await tx
    .insertInto('fair_result')
    .values({
      ...byOf(given),
      id: given.id,
      application_id: given.applicationId,
      after_days: given.afterDays,
      contracts: given.contracts,
      contract_vnd: given.contractVnd,
      sales_vnd: given.salesVnd,
      method: given.method,
    })
    .onConflict((conflict) => conflict.column('request_key').doNothing())
    .execute()
}

export const selectCost = (db: ReadDb, id: FairApplicationId) =>
  db.selectFrom('fair_cost').select(['request_key as requestKey']).where('application_id', '=', id).executeTakeFirst()

export type StandDay = {
  applicationId: FairApplicationId
  producerName: string
  standNumber: string | null
  day: PlainDate
  knownBy: SaleSource
  cashVnd: number
  transferVnd: number
  orderVnd: number
  shopVnd: number
}

/** What each stand sold each day: of a day that was measured the measure counts, else what the stand last said itself. */
export async function selectSales(db: ReadDb, fairId: FairId): Promise<StandDay[]> {
  const { rows } = await sql<StandDay>`
    select distinct on (sale.application_id, sale.day) sale.application_id as "applicationId", producer.name as "producerName",
      stand.number as "standNumber", sale.day, sale.known_by as "knownBy", sale.cash_vnd as "cashVnd", sale.transfer_vnd as "transferVnd",
      sale.order_vnd as "orderVnd", sale.shop_vnd as "shopVnd"
    from fair_sale sale join fair_application application on application.id = sale.application_id
    join producer_card producer on producer.id = application.producer_id
    left join fair_stand stand on stand.application_id = application.id
    where application.fair_id = ${fairId}
    order by sale.application_id, sale.day, sale.known_by = 'measured' desc, sale.at desc, sale.id desc`.execute(db)
  return rows
}

/** Visits of each day as they were last counted. */
export async function selectVisits(db: ReadDb, fairId: FairId): Promise<{ day: PlainDate; visits: number; countedBy: VisitMethod }[]> {
  const { rows } = await sql<{ day: PlainDate; visits: number; countedBy: VisitMethod }>`
    select distinct on (day) day, visits, counted_by as "countedBy" from fair_visit where fair_id = ${fairId}
    order by day, at desc, id desc`.execute(db)
  return rows
}

export const selectCosts = (db: ReadDb, fairId: FairId) =>
  db
    .selectFrom('fair_cost as cost')
    .innerJoin('fair_application as application', 'application.id', 'cost.application_id')
    .innerJoin('producer_card as producer', 'producer.id', 'application.producer_id')
    .where('application.fair_id', '=', fairId)
    .select([
      'cost.application_id as applicationId',
      'producer.name as producerName',
      'cost.stand_number as standNumber',
      'cost.contract_number as contractNumber',
      'cost.contract_on as contractOn',
      'cost.price_vnd as priceVnd',
      'cost.supported_vnd as supportedVnd',
      'cost.budget',
    ])
    .orderBy('cost.stand_number')
    .orderBy('cost.application_id')
    .execute()

export type StandResult = {
  applicationId: FairApplicationId
  producerName: string
  afterDays: number
  contracts: number
  contractVnd: number
  salesVnd: number
  method: string
}

/** What came of each stand after so many days, as it was last said. */
export async function selectResults(db: ReadDb, fairId: FairId): Promise<StandResult[]> {
  const { rows } = await sql<StandResult>`
    select distinct on (result.after_days, result.application_id) result.application_id as "applicationId", producer.name as "producerName",
      result.after_days as "afterDays", result.contracts, result.contract_vnd as "contractVnd", result.sales_vnd as "salesVnd", result.method
    from fair_result result join fair_application application on application.id = result.application_id
    join producer_card producer on producer.id = application.producer_id
    where application.fair_id = ${fairId}
    order by result.after_days, result.application_id, result.at desc, result.id desc`.execute(db)
  return rows
}
