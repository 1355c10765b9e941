import { inVietnamese } from '@dacsan/platform/vietnamese-order'
import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { ReadDb, Tx } from '../../context.ts'
import type { UserId } from '../../identity/rules.ts'
import type { LotInput, PublicInput, Recipe, RecipeLine } from '../rules.ts'
import type { LotId, RecipeId, YieldReasonId } from '../rules/ids.ts'

export type RecipeOnFile = Recipe & { id: RecipeId; productId: ProductId; effectiveFrom: PlainDate }

/** The recipe that holds for goods of this day: the last one that was written for it or for an earlier one. */
export async function selectRecipe(
  db: ReadDb,
  { productId, producerId, on }: { productId: ProductId; producerId: ProducerId; on: PlainDate },
): Promise<RecipeOnFile | undefined> {
  const head = await heads(db)
    .where('product_id', '=', productId)
    .where('producer_id', '=', producerId)
    .where('effective_from', '<=', on)
    .orderBy('effective_from', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('recipe.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return head && { ...head, lines: await selectLines(db, head.id) }
}

/** The recipe that a lot was opened by. */
export async function selectRecipeOfLot(db: ReadDb, lotId: LotId): Promise<RecipeOnFile | undefined> {
  const head = await heads(db).innerJoin('lot_recipe', 'lot_recipe.recipe_id', 'recipe.id').where('lot_id', '=', lotId).executeTakeFirst()
  return head && { ...head, lines: await selectLines(db, head.id) }
}

const heads = (db: ReadDb) =>
  db.selectFrom('recipe').select(['recipe.id', 'product_id as productId', 'effective_from as effectiveFrom', 'pieces'])

export async function insertRecipeOfLot(tx: Tx, lotId: LotId, recipeId: RecipeId): Promise<void> {
  await tx.insertInto('lot_recipe').values({ lot_id: lotId, recipe_id: recipeId }).execute()
}

function selectLines(db: ReadDb, id: RecipeId): Promise<RecipeLine[]> {
  return db
    .selectFrom('recipe_line')
    .innerJoin('material', 'material.id', 'recipe_line.material_id')
    .where('recipe_id', '=', id)
    .select([
      'material.id as materialId',
      'material.name as material',
      'material.unit',
      'recipe_line.quantity',
      'tolerance_percent as tolerancePercent',
    ])
    .orderBy('material.name', inVietnamese)
    .execute()
}

export async function selectRecipeByRequest(db: ReadDb, requestKey: string) {
  return db.selectFrom('recipe').where('request_key', '=', requestKey).select(['id', 'product_id as productId']).executeTakeFirst()
}

export async function insertRecipe(
  tx: Tx,
  recipe: {
    id: RecipeId
    productId: ProductId
    producerId: ProducerId
    effectiveFrom: PlainDate
    pieces: number
    lines: readonly Pick<RecipeLine, 'materialId' | 'quantity' | 'tolerancePercent'>[]
    requestKey: string
    at: Date
    by: UserId | null
  },
): Promise<void> {
  await tx
    .insertInto('recipe')
    .values({
      id: recipe.id,
      product_id: recipe.productId,
      producer_id: recipe.producerId,
      effective_from: recipe.effectiveFrom,
      pieces: recipe.pieces,
      request_key: recipe.requestKey,
      created_at: recipe.at,
      created_by: recipe.by,
    })
    .execute()
  if (recipe.lines.length === 0) return
  await tx
    .insertInto('recipe_line')
    .values(
      recipe.lines.map(({ materialId, quantity, tolerancePercent }) => ({
        recipe_id: recipe.id,
        material_id: materialId,
        quantity,
        tolerance_percent: tolerancePercent,
      })),
    )
    .execute()
}

/** What went into a lot, purchase by purchase, the oldest first. */
export async function selectInputs(db: ReadDb, lotId: LotId): Promise<LotInput[]> {
  const rows = await db
    .selectFrom('material_entry as entry')
    .innerJoin('material_lot', 'material_lot.id', 'entry.material_lot_id')
    .innerJoin('material', 'material.id', 'material_lot.material_id')
    .innerJoin('supplier_today as supplier', 'supplier.id', 'material_lot.supplier_id')
    .leftJoin('commune_card as commune', 'commune.code', 'material_lot.commune_code')
    .where('entry.lot_id', '=', lotId)
    .groupBy(['material_lot.id', 'material.id', 'supplier.name', 'commune.name', 'commune.province_name'])
    .select((eb) => [
      'material_lot.id as materialLotId',
      'material_lot.code',
      'material_lot.bought_on as boughtOn',
      'material_lot.growing_area_code as growingAreaCode',
      'material.id as materialId',
      'material.name as material',
      'material.unit',
      sql<string>`supplier.name`.as('supplier'),
      'commune.name as commune',
      'commune.province_name as province',
      eb.fn.sum<string>('entry.delta').as('delta'),
    ])
    .orderBy('material.name', inVietnamese)
    .orderBy('material_lot.bought_on')
    .orderBy('material_lot.id')
    .execute()
  return rows.map(({ delta, ...row }) => ({ ...row, amount: -Number(delta) }))
}

/** What went into a lot and where it grew: of whom it was bought is not asked. */
export async function selectPublicInputs(db: ReadDb, lotId: LotId): Promise<PublicInput[]> {
  return db
    .selectFrom('material_entry as entry')
    .innerJoin('material_lot', 'material_lot.id', 'entry.material_lot_id')
    .innerJoin('material', 'material.id', 'material_lot.material_id')
    .leftJoin('commune_card as commune', 'commune.code', 'material_lot.commune_code')
    .where('entry.lot_id', '=', lotId)
    .groupBy(['material.name', 'commune.name', 'commune.province_name', 'growing_area_code'])
    .select([
      'material.name as material',
      'commune.name as commune',
      'commune.province_name as province',
      'growing_area_code as growingAreaCode',
    ])
    .orderBy('material.name', inVietnamese)
    .orderBy((eb) => eb.fn.min('material_lot.bought_on'))
    .orderBy('growing_area_code')
    .execute()
}

export async function insertYieldReason(
  tx: Tx,
  given: { id: YieldReasonId; lotId: LotId; reason: string; at: Date; by: string | null },
): Promise<void> {
  await tx
    .insertInto('yield_reason')
    .values({ id: given.id, lot_id: given.lotId, reason: given.reason, at: given.at, by: given.by })
    .execute()
}

export async function selectYieldReasons(db: ReadDb, lotId: LotId) {
  return db
    .selectFrom('yield_reason')
    .where('lot_id', '=', lotId)
    .select(['id', 'reason', 'at', 'by'])
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export type ListedYield = {
  id: string
  lotId: LotId
  number: string
  productName: string
  producerName: string
  madeOn: PlainDate
  state: 'off' | 'unrecorded'
  material: string
  unit: string
  expected: number
  used: number
  differsPercent: number
  reason: string | null
}

/**
 * Every material of every lot that left the tolerance of its recipe, with the last reason given, and lots of which nothing was recorded although there
 * is a recipe. The recipe is the one that the lot was opened by.
 */
export const yieldsListed = () => sql<ListedYield>`
  select lot.id || line.material_id as id, lot.id as "lotId", lot.number, product.name as "productName", producer.name as "producerName",
    lot.made_on as "madeOn", case when used.any_used then 'off' else 'unrecorded' end as state, material.name as material, material.unit,
    round(line.quantity * lot.quantity::numeric / recipe.pieces / 1000, 3)::float8 as expected,
    (coalesce(own.amount, 0) / 1000.0)::float8 as used,
    round((coalesce(own.amount, 0) - line.quantity * lot.quantity::numeric / recipe.pieces) * 100 /
      (line.quantity * lot.quantity::numeric / recipe.pieces), 1)::float8 as "differsPercent",
    (select reason from yield_reason where lot_id = lot.id order by at desc, id desc limit 1) as reason
  from lot
  join product_card as product on product.id = lot.product_id
  join producer_card as producer on producer.id = lot.producer_id
  join lot_recipe on lot_recipe.lot_id = lot.id
  join recipe on recipe.id = lot_recipe.recipe_id
  join recipe_line as line on line.recipe_id = recipe.id
  join material on material.id = line.material_id
  cross join lateral (select exists (select from material_entry where lot_id = lot.id) as any_used) as used
  left join lateral (
    select -sum(entry.delta) as amount from material_entry as entry
    join material_lot on material_lot.id = entry.material_lot_id
    where entry.lot_id = lot.id and material_lot.material_id = line.material_id) as own on true
  where abs(coalesce(own.amount, 0) - round(line.quantity * lot.quantity::numeric / recipe.pieces)) * 100 >
    line.tolerance_percent * round(line.quantity * lot.quantity::numeric / recipe.pieces)`
