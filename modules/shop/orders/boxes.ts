import { dong } from '@dacsan/vietnam'
import { sql } from 'kysely'
import type { OrderedBox } from '../rules.ts'

/** What was bought on its own first, then box by box. */
export const boxesLast = sql`(case when order_line.box_name is null then '' else order_line.listing_id end)`

export const boxColumns = [
  'order_line.box_name as boxName',
  'order_line.box_unit as boxUnit',
  'order_line.box_quantity as boxQuantity',
  'order_line.box_price_vnd as boxPriceVnd',
] as const
type BoxColumns = { boxName: string | null; boxUnit: string | null; boxQuantity: number | null; boxPriceVnd: number | null }

/** The box in which a line was bought: a constraint has all four columns, or none. */
export function takeBox<Row extends BoxColumns>({ boxName, boxUnit, boxQuantity, boxPriceVnd, ...row }: Row) {
  const box: OrderedBox | null =
    boxName === null ? null : { name: boxName, unit: boxUnit!, quantity: boxQuantity!, priceVnd: dong(boxPriceVnd!) }
  return { ...row, box }
}
