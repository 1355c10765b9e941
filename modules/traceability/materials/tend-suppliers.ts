import { NotFound, done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { actorName } from '../../identity/rules.ts'
import { findCommune, listCommunes } from '../../law/index.ts'
import { ownProducer } from '../policy.ts'
import { decideCorrection, decideMerge, materialActs, tiesOfMaterial } from '../rules.ts'
import type { CorrectSupplierRefusal, MergeSuppliersRefusal } from '../rules.ts'
import type { SupplierId } from '../rules/ids.ts'
import type { CorrectSupplierInput, MergeSuppliersInput } from './inputs.ts'
import { lockMaterials, selectSuppliers } from './material.store.ts'
import { countPurchases, insertPast, selectPast, selectSupplier, updateMerged, updateSupplier } from './supplier.store.ts'
import type { SupplierOnFile } from './supplier.store.ts'

type Reader = Pick<Ctx, 'db' | 'actor'>

/** The book of suppliers of whoever asks, each with how often something was bought there. */
export async function ownSuppliers(ctx: Reader) {
  const producer = await ownProducer(ctx)
  const [suppliers, purchases, communes] = await Promise.all([
    selectSuppliers(ctx.db, producer.id),
    countPurchases(ctx.db, producer.id),
    listCommunes(ctx.db),
  ])
  const communeOf = new Map(communes.map(({ code, name }) => [code, name]))
  return suppliers.map((one) => ({
    ...one,
    commune: one.communeCode === null ? null : (communeOf.get(one.communeCode) ?? null),
    purchases: purchases.get(one.id) ?? 0,
  }))
}

/** One of them to be corrected, with the others that it may be one with, and what it was before. */
export async function supplierToTend(ctx: Reader, id: SupplierId) {
  const suppliers = await ownSuppliers(ctx)
  const supplier = suppliers.find((one) => one.id === id)
  if (!supplier) throw new NotFound('No such supplier', { id })
  const past = await selectPast(ctx.db, id)
  return {
    supplier,
    others: suppliers.filter((one) => one.id !== id),
    past: past.map(({ mergedIntoId, ...before }) => ({ ...before, wentOver: mergedIntoId !== null })),
  }
}

/** The book says another name, kind or commune of a supplier; what it said stays beside. Purchases keep the commune of their day. */
export async function correctSupplier(
  ctx: Ctx,
  { supplierId, name, kind, communeCode, growingAreaCode }: CorrectSupplierInput,
): Promise<Outcome<{ supplierId: SupplierId }, CorrectSupplierRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const supplier = await lockSupplier(tx, ctx, 'correct-supplier', supplierId)
    const [others, commune] = await Promise.all([
      selectSuppliers(tx, supplier.producerId),
      communeCode === null ? null : findCommune(tx, communeCode),
    ])
    const decision = decideCorrection(supplier, name, { others, communeKnown: commune !== undefined })
    if (!decision.ok) return decision
    const wanted = { name, kind, communeCode, growingAreaCode }
    const isSame = Object.entries(wanted).every(([field, value]) => supplier[field as keyof typeof wanted] === value)
    if (isSame) return done({ supplierId })
    await insertPast(tx, supplier, { id: ctx.newId('sph'), mergedIntoId: null, at: ctx.now, by: actorName(ctx.actor) })
    await updateSupplier(tx, supplierId, wanted)
    await record(tx, ctx, materialActs['correct-supplier'], { subjectId: supplierId, payload: { supplierId } })
    return done({ supplierId })
  })
}

/** Two entries of the book are one supplier: its purchases are the other’s from now on. The same form sent again changes nothing. */
export async function mergeSuppliers(
  ctx: Ctx,
  { supplierId, intoId }: MergeSuppliersInput,
): Promise<Outcome<{ supplierId: SupplierId }, MergeSuppliersRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const from = await lockSupplier(tx, ctx, 'merge-suppliers', supplierId)
    const into = await selectSupplier(tx, intoId)
    if (!into || into.producerId !== from.producerId) throw new NotFound('No such supplier', { intoId })
    if (from.mergedIntoId === intoId) return done({ supplierId: intoId })
    const decision = decideMerge(from, into)
    if (!decision.ok) return decision
    await insertPast(tx, from, { id: ctx.newId('sph'), mergedIntoId: intoId, at: ctx.now, by: actorName(ctx.actor) })
    await updateMerged(tx, supplierId, intoId)
    await record(tx, ctx, materialActs['merge-suppliers'], { subjectId: supplierId, payload: { supplierId, intoId } })
    return done({ supplierId: intoId })
  })
}

/** A supplier in the actor's own book, which is held; anybody else's does not exist. */
async function lockSupplier(
  tx: Tx,
  ctx: Pick<Ctx, 'actor'>,
  act: 'correct-supplier' | 'merge-suppliers',
  id: SupplierId,
): Promise<SupplierOnFile> {
  const found = await selectSupplier(tx, id)
  if (!found) throw new NotFound('No such supplier', { id })
  requireAct(ctx.actor, materialActs[act], tiesOfMaterial(found))
  await lockMaterials(tx, found.producerId)
  return (await selectSupplier(tx, id))!
}
