import { sql } from 'kysely'
import type { ProducerId } from '../catalogue/rules.ts'
import type { ReadDb } from '../context.ts'
import type { ParcelId } from './rules/ids.ts'
import type { CarrierName, ParcelStatus } from './rules/kinds.ts'

export type ListedParcel = {
  id: ParcelId
  createdOn: string
  orderCode: string
  carrier: CarrierName
  carrierCode: string | null
  state: ParcelStatus
  codVnd: number
  paidVnd: number | null
  feeVnd: number | null
}

/** Every parcel of a seller, with the money of the buyer that came for it. */
export const parcelsListed = (db: ReadDb, producerId: ProducerId) =>
  sql<ListedParcel>`${db
    .selectFrom('parcel')
    .where('parcel.producer_id', '=', producerId)
    .select([
      'parcel.id',
      sql`(parcel.created_at at time zone 'Asia/Ho_Chi_Minh')::date`.as('createdOn'),
      'parcel.order_code as orderCode',
      'parcel.carrier',
      'parcel.carrier_code as carrierCode',
      'parcel.state',
      'parcel.cod_vnd as codVnd',
      sql`(select sum(amount_vnd) from cod_settlement where parcel_id = parcel.id)::bigint`.as('paidVnd'),
      'parcel.fee_vnd as feeVnd',
    ])}`
