import type { Readable } from 'node:stream'
import { NotFound } from '@dacsan/decisions'
import { dateInVietnam } from '@dacsan/vietnam'
import { productsOfProducer } from '../../catalogue/index.ts'
import type { ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../../context.ts'
import { listCommunes } from '../../law/index.ts'
import { selectLot } from '../lot.store.ts'
import { isMaker, mayRead, ownProducer } from '../policy.ts'
import { yieldsOf } from '../rules.ts'
import type { LotInput, LotInputs, PublicInput, Thousandths } from '../rules.ts'
import type { LotId, MaterialId, MaterialLotId } from '../rules/ids.ts'
import {
  openSupplierPhone,
  selectEntries,
  selectFileOf,
  selectLeft,
  selectMaterialLot,
  selectMaterials,
  selectSuppliers,
} from './material.store.ts'
import { selectInputs, selectPublicInputs, selectRecipe, selectRecipeOfLot, selectYieldReasons } from './recipe.store.ts'
import type { RecipeOnFile } from './recipe.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor'>

/** What the form for a purchase offers: what was bought before, and of whom. */
export async function purchaseForm(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>) {
  const producer = await ownProducer(ctx)
  const [materials, suppliers, communes] = await Promise.all([
    selectMaterials(ctx.db, producer.id),
    selectSuppliers(ctx.db, producer.id),
    listCommunes(ctx.db),
  ])
  return { producerId: producer.id, materials, suppliers, communes, communeCode: producer.place.communeCode, today: dateInVietnam(ctx.now) }
}

/** One purchase with its ledger, for the maker and those who look into doubts. */
export async function findMaterialLot(ctx: Reader, id: MaterialLotId) {
  const lot = await selectMaterialLot(ctx.db, id)
  if (!lot || !mayRead(ctx.actor, { producer: lot })) throw new NotFound('No such purchase', { id })
  const [entries, phone] = await Promise.all([selectEntries(ctx.db, id), openSupplierPhone(ctx.db, lot)])
  const { lockedPhone: _, ...shown } = lot
  return { ...shown, phone, entries, isOwn: isMaker(ctx.actor, { producer: lot }) }
}

/** The paper or the photo of a purchase. */
export async function openMaterialFile(
  ctx: Pick<Ctx, 'db' | 'actor' | 'files'>,
  id: MaterialLotId,
  hash: string,
): Promise<{ stream: Readable; size: number; mediaType: string; name: string }> {
  const lot = await selectMaterialLot(ctx.db, id)
  const kept = lot && mayRead(ctx.actor, { producer: lot }) ? await selectFileOf(ctx.db, id, hash) : undefined
  const file = kept && (await ctx.files.open(hash))
  if (!kept || !file) throw new NotFound('No such file', { hash })
  return { ...file, mediaType: kept.mediaType, name: kept.code }
}

export type RecipeCard = { productId: ProductId; productName: string; recipe: RecipeOnFile | null }

/** The recipe of each of the signed-in producer's products that holds today. */
export async function recipesOfProducer(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>): Promise<RecipeCard[]> {
  const { id: producerId } = await ownProducer(ctx)
  const on = dateInVietnam(ctx.now)
  const products = await productsOfProducer(ctx, producerId)
  return Promise.all(
    products.map(async ({ id: productId, name }) => ({
      productId,
      productName: name,
      recipe: (await selectRecipe(ctx.db, { productId, producerId, on })) ?? null,
    })),
  )
}

export async function recipeForm(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>, productId: ProductId) {
  const [cards, producer] = await Promise.all([recipesOfProducer(ctx), ownProducer(ctx)])
  const card = cards.find((one) => one.productId === productId)
  if (!card) throw new NotFound('No such product', { productId })
  return { ...card, materials: await selectMaterials(ctx.db, producer.id), today: dateInVietnam(ctx.now) }
}

/** What a proposed lot will take by its recipe, with what is left of it. */
export type ProposedMaterial = {
  materialId: MaterialId
  material: string
  unit: string
  quantity: Thousandths
  pieces: number
  left: Thousandths
}

export async function proposedMaterials(
  ctx: Pick<Ctx, 'db' | 'now'>,
  producerId: ProducerId,
  productId: ProductId,
): Promise<ProposedMaterial[]> {
  const recipe = await selectRecipe(ctx.db, { productId, producerId, on: dateInVietnam(ctx.now) })
  if (!recipe) return []
  const left = await selectLeft(ctx.db, producerId)
  return recipe.lines.map(({ materialId, material, unit, quantity }) => ({
    materialId,
    material,
    unit,
    quantity,
    pieces: recipe.pieces,
    left: left.get(materialId) ?? 0,
  }))
}

/** What went into a lot, beside its recipe; for whoever may read the lot. */
export async function inputsOfLot(ctx: Reader, lotId: LotId): Promise<LotInputs> {
  const lot = await selectLot(ctx.db, lotId)
  if (!lot || !mayRead(ctx.actor, lot)) throw new NotFound('No such lot', { lotId })
  const producerId = lot.producer.id
  const [inputs, recipe, reasons, materials, left] = await Promise.all([
    inputsOf(ctx.db, lotId),
    selectRecipeOfLot(ctx.db, lotId),
    selectYieldReasons(ctx.db, lotId),
    selectMaterials(ctx.db, producerId),
    selectLeft(ctx.db, producerId),
  ])
  const usedOf = new Map<MaterialId, Thousandths>()
  for (const { materialId, amount } of inputs) usedOf.set(materialId, (usedOf.get(materialId) ?? 0) + amount)
  const stock = materials.map((one) => ({ ...one, left: left.get(one.id) ?? 0 })).filter((one) => one.left > 0)
  return { inputs, yields: recipe ? yieldsOf(recipe, lot.quantity, usedOf) : [], reasons, stock: isMaker(ctx.actor, lot) ? stock : [] }
}

/** One step back: the purchases that a lot was made of. */
export const inputsOf = (db: ReadDb, lotId: LotId): Promise<LotInput[]> => selectInputs(db, lotId)

/** For everyone: the labels and the scan page. */
export const publicInputsOf = (db: ReadDb, lotId: LotId): Promise<PublicInput[]> => selectPublicInputs(db, lotId)
