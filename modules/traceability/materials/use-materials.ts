import { NotFound, done, refuse, refuseStatus } from '@dacsan/decisions'
import type { Outcome, StatusRefusal } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProducerId, ProductId } from '../../catalogue/rules.ts'
import type { Ctx, Tx } from '../../context.ts'
import { recordOwnEvents } from '../../epcis-repository/index.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorName } from '../../identity/rules.ts'
import type { Site } from '../addresses.ts'
import { lockLot } from '../lot.store.ts'
import { decideUse, decideYield, expectedOf, lotActs, readAmount, tiesOfLot, yieldsOf } from '../rules.ts'
import type { LotStatus, RequestKeyRefusal, Stock, Taken, Thousandths, UseRefusal, Wanted, YieldRefusal } from '../rules.ts'
import type { LotId, MaterialEntryId, MaterialId, RecipeId } from '../rules/ids.ts'
import type { UseMaterialsInput } from './inputs.ts'
import { materialsAdded, quantityOf } from './material-events.ts'
import { insertEntries, lockMaterialLot, lockStock, selectEntryByKey, selectMaterials } from './material.store.ts'
import { insertYieldReason, selectInputs, selectRecipe, selectRecipeOfLot } from './recipe.store.ts'
import type { RecipeOnFile } from './recipe.store.ts'

export type OpeningUse = {
  materialId?: MaterialId[] | undefined
  used?: string[] | undefined
  withoutMaterials?: 'on' | undefined
  reason?: string | null | undefined
}
type Goods = { producerId: ProducerId; productId: ProductId; madeOn: PlainDate; quantity: number }
export type PlannedUse = { taken: Taken[]; reason: string | null; recipeId: RecipeId | null }
export type OpeningUseRefusal = UseRefusal | YieldRefusal | { code: 'used-unread'; material: string }

/** What a new lot takes: as it was typed, else by the recipe, the oldest purchase first. Without a recipe and with nothing typed it takes nothing. */
export async function planUse(tx: Tx, goods: Goods, use: OpeningUse): Promise<Outcome<PlannedUse, OpeningUseRefusal>> {
  const recipe = await selectRecipe(tx, { ...goods, on: goods.madeOn })
  const recipeId = recipe?.id ?? null
  if (use.withoutMaterials === 'on') return done({ taken: [], reason: null, recipeId })
  const wanted = await wantedOf(tx, goods, recipe, use)
  if (!wanted.ok) return wanted
  const stock = await lockStock(tx, { ...goods, materialIds: wanted.value.map(({ materialId }) => materialId), until: goods.madeOn })
  const decision = decideUse(wanted.value, stock)
  if (!decision.ok) return decision
  const reason = use.reason ?? null
  if (recipe) {
    const explained = decideYield(
      yieldsOf(recipe, goods.quantity, new Map(wanted.value.map(({ materialId, amount }) => [materialId, amount]))),
      reason,
    )
    if (!explained.ok) return explained
  }
  return done({ taken: decision.event.taken, reason, recipeId })
}

async function wantedOf(
  tx: Tx,
  { producerId, quantity }: Goods,
  recipe: RecipeOnFile | undefined,
  { materialId = [], used = [] }: OpeningUse,
): Promise<Outcome<Wanted[], Extract<OpeningUseRefusal, { code: 'used-unread' }>>> {
  const typed = new Map(materialId.map((id, place) => [id, used[place] ?? '']))
  const wanted: Wanted[] = []
  for (const line of recipe?.lines ?? [])
    if ((typed.get(line.materialId) ?? '') === '') wanted.push({ ...line, amount: expectedOf(line, recipe!, quantity) })
  const materials = typed.size > 0 ? await selectMaterials(tx, producerId) : []
  for (const [id, text] of typed) {
    if (text === '') continue
    const material = materials.find((one) => one.id === id)
    if (!material) throw new NotFound('No such material', { materialId: id })
    const amount = readAmount(text)
    if (amount === null) return refuse('used-unread', { material: material.name })
    if (amount > 0) wanted.push({ materialId: id, material: material.name, unit: material.unit, amount })
  }
  return done(wanted)
}

/** Writes what was planned: the ledger of the materials, and why where the recipe says otherwise. */
export async function carryOutUse(
  tx: Tx,
  ctx: Ctx,
  lotId: LotId,
  { taken, reason }: Pick<PlannedUse, 'taken' | 'reason'>,
  requestKey: string | null = null,
): Promise<MaterialEntryId[]> {
  const by = actorName(ctx.actor)
  if (reason !== null) await insertYieldReason(tx, { id: ctx.newId('yrs'), lotId, reason, at: ctx.now, by })
  const entries = taken.map(({ materialLotId, amount }, place) => ({
    id: ctx.newId('mle'),
    materialLotId,
    kind: 'consumed' as const,
    delta: -amount,
    lotId,
    note: null,
    requestKey: place === 0 ? requestKey : null,
    at: ctx.now,
    by,
  }))
  await insertEntries(tx, entries)
  const used = taken.map(({ materialLotId, amount }) => ({ materialLotId, amount }))
  if (used.length > 0) await record(tx, ctx, lotActs['use-materials'], { subjectId: lotId, payload: { lotId, used } })
  return entries.map(({ id }) => id)
}

/** What was taken, as an event says it. */
export const quantitiesOf = (site: Site, taken: readonly Taken[]) =>
  taken.map(({ materialLotId: id, amount, unit }) => quantityOf(site, { id, amount, unit }))

export type UseMaterialsRefusal =
  | UseRefusal
  | YieldRefusal
  | RequestKeyRefusal
  | StatusRefusal<(typeof lotActs)['use-materials'], LotStatus>

/** More went into a lot that is open, or what was left open when it was made. */
export async function useMaterials(ctx: Ctx, input: UseMaterialsInput): Promise<Outcome<{ lotId: LotId }, UseMaterialsRefusal>> {
  const { lotId, requestKey, amount } = input
  return inTransaction(ctx, async (tx) => {
    const lot = await lockLot(tx, lotId)
    if (!lot) throw new NotFound('No such lot', { lotId })
    requireAct(ctx.actor, lotActs['use-materials'], tiesOfLot(lot))
    const known = await selectEntryByKey(tx, requestKey)
    if (known) return known.lotId === lotId ? done({ lotId }) : refuse('request-key-reused')
    const closed = refuseStatus(lotActs['use-materials'], lot.status)
    if (closed) return closed
    const goods = { producerId: lot.producer.id, productId: lot.product.id, madeOn: lot.madeOn, quantity: lot.quantity }
    const { wanted, stock } = await stockFor(tx, goods, input)
    const decision = decideUse([{ ...wanted, amount }], stock)
    if (!decision.ok) return decision
    const reason = input.reason ?? null
    const recipe = await selectRecipeOfLot(tx, lotId)
    const before = await selectInputs(tx, lotId)
    const usedOf = new Map<MaterialId, Thousandths>([[wanted.materialId, amount]])
    for (const { materialId, amount: part } of before) usedOf.set(materialId, (usedOf.get(materialId) ?? 0) + part)
    if (recipe) {
      // What is still to be written down is no deviation yet: only what goes above the recipe is asked about here.
      const above = yieldsOf(recipe, lot.quantity, usedOf).filter(
        ({ materialId, used, expected }) => materialId === wanted.materialId && used > expected,
      )
      const explained = decideYield(above, reason)
      if (!explained.ok) return explained
    }
    const { taken } = decision.event
    const [first] = await carryOutUse(tx, ctx, lotId, { taken, reason }, requestKey)
    const events = [materialsAdded(ctx, lot, quantitiesOf(ctx, taken), first!, ctx.now)]
    await recordOwnEvents(tx, ctx, { organisationId: lot.producer.organisationId, events })
    return done({ lotId })
  })
}

/** A material, whose oldest purchase goes first, or the one purchase that was named. Anybody else's does not exist. */
async function stockFor(tx: Tx, goods: Goods, { of }: UseMaterialsInput): Promise<{ wanted: Omit<Wanted, 'amount'>; stock: Stock[] }> {
  if (of.startsWith('mlt_')) {
    const one = await lockMaterialLot(tx, of as Extract<typeof of, `mlt_${string}`>)
    if (!one || one.producerId !== goods.producerId) throw new NotFound('No such purchase', { of })
    const { id, materialId, material, unit, balance, boughtOn } = one
    return { wanted: { materialId, material, unit }, stock: boughtOn <= goods.madeOn ? [{ id, materialId, balance }] : [] }
  }
  const materialId = of as MaterialId
  const material = (await selectMaterials(tx, goods.producerId)).find(({ id }) => id === materialId)
  if (!material) throw new NotFound('No such material', { of })
  const stock = await lockStock(tx, { producerId: goods.producerId, materialIds: [materialId], until: goods.madeOn })
  return { wanted: { materialId, material: material.name, unit: material.unit }, stock }
}
