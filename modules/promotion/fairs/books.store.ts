import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { SaleKnown, SaleSource, VisitMethod } from './acts.ts'
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
  knownBy: SaleKnown
  cashVnd: number
  transferVnd: number
  orderVnd: number
  shopVnd: number
}

/**
 * What each stand sold each day: of a day that was measured the measure counts, else what was written down sale by sale, else what the stand last said
 * itself. Orders that were taken there are in none of its sales: they are as it last said them.
 */
export async function selectSales(db: ReadDb, fairId: FairId): Promise<StandDay[]> {
  const { rows } = await sql<StandDay>`
    with said as (
      select distinct on (application_id, day, known_by) application_id, day, known_by, cash_vnd, transfer_vnd, order_vnd, shop_vnd
      from fair_sale where application_id in (select id from fair_application where fair_id = ${fairId})
      order by application_id, day, known_by, at desc, id desc
    ), recorded as (
      select sale.application_id, sale.day, coalesce(sum(sum_vnd) filter (where paid_by = 'cash'), 0)::bigint as cash_vnd,
        coalesce(sum(sum_vnd) filter (where paid_by = 'transfer'), 0)::bigint as transfer_vnd
      from stand_sale sale where sale.application_id in (select id from fair_application where fair_id = ${fairId})
        and not exists (select from stand_sale_back back where back.sale_id = sale.id)
      group by 1, 2
    ), known as (
      select application_id, day, known_by, cash_vnd, transfer_vnd, order_vnd, shop_vnd from said
      union all
      select recorded.application_id, recorded.day, 'recorded', recorded.cash_vnd, recorded.transfer_vnd,
        coalesce(said.order_vnd, 0), coalesce(said.shop_vnd, 0)
      from recorded left join said on said.application_id = recorded.application_id and said.day = recorded.day and said.known_by = 'self-declared'
    )
    select distinct on (known.application_id, known.day) known.application_id as "applicationId", producer.name as "producerName",
      stand.number as "standNumber", known.day, known.known_by as "knownBy", known.cash_vnd as "cashVnd", known.transfer_vnd as "transferVnd",
      known.order_vnd as "orderVnd", known.shop_vnd as "shopVnd"
    from known join fair_application application on application.id = known.application_id
    join producer_card producer on producer.id = application.producer_id
    left join fair_stand stand on stand.application_id = application.id
    order by known.application_id, known.day, array_position(array['measured', 'recorded', 'self-declared'], known.known_by)`.execute(db)
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
