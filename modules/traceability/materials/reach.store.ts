import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId } from '../../catalogue/rules.ts'
import type { ReadDb } from '../../context.ts'
import type { LotId, MaterialLotId } from '../rules/ids.ts'

/** One step forward: the lots that purchases went into, found by their codes or by the code of the area where the material grew (in capitals). */
export async function lotsOfInputs(
  db: ReadDb,
  { codes, producerId }: { codes: readonly string[]; producerId: ProducerId | null },
): Promise<LotId[]> {
  const rows = await db
    .selectFrom('material_lot')
    .innerJoin('material_entry as entry', 'entry.material_lot_id', 'material_lot.id')
    .where((eb) =>
      eb.or([eb(sql<string>`upper(material_lot.code)`, 'in', codes), eb(sql<string>`upper(material_lot.growing_area_code)`, 'in', codes)]),
    )
    .$if(producerId !== null, (found) => found.where('material_lot.producer_id', '=', producerId!))
    .where('entry.lot_id', 'is not', null)
    .select('entry.lot_id as lotId')
    .distinct()
    .orderBy('entry.lot_id')
    .$narrowType<{ lotId: LotId }>()
    .execute()
  return rows.map(({ lotId }) => lotId)
}

/** A purchase, with every lot that it went into. */
export type PurchaseOfLots = {
  id: MaterialLotId
  code: string
  material: string
  boughtOn: PlainDate
  growingAreaCode: string | null
  lotIds: LotId[]
}

/** One step back and forward again, of many lots at once: what they were made of, and what else was made of it. Of whom it was bought is not asked. */
export async function purchasesOfLots(db: ReadDb, lotIds: readonly LotId[]): Promise<PurchaseOfLots[]> {
  if (lotIds.length === 0) return []
  const { rows } = await sql<PurchaseOfLots>`
    select bought.id, bought.code, material.name as material, bought.bought_on as "boughtOn", bought.growing_area_code as "growingAreaCode",
      array_agg(distinct entry.lot_id order by entry.lot_id) as "lotIds"
    from material_lot bought
    join material on material.id = bought.material_id
    join material_entry entry on entry.material_lot_id = bought.id and entry.lot_id is not null
    where bought.id in (select material_lot_id from material_entry where lot_id = any(${[...lotIds]}::text[]))
    group by bought.id, material.id
    order by bought.bought_on, bought.id`.execute(db)
  return rows
}
