import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { recordFile } from '@dacsan/platform/files'
import type { KeptFile, UploadRefusal } from '@dacsan/platform/files'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Ctx, Tx } from '../../context.ts'
import { recordOwnEvents } from '../../epcis-repository/index.ts'
import { record, requireAct, takeUpload } from '../../identity/index.ts'
import { actorId, actorName } from '../../identity/rules.ts'
import type { ProducerId } from '../../catalogue/rules.ts'
import { findCommune } from '../../law/index.ts'
import { decidePurchase, materialActs, proposePurchaseCode, tiesOfMaterial } from '../rules.ts'
import type { PurchaseRefusal, RequestKeyRefusal } from '../rules.ts'
import type { MaterialId, MaterialLotId } from '../rules/ids.ts'
import type { BuyMaterialInput } from './inputs.ts'
import { materialReceived } from './material-events.ts'
import {
  insertEntries,
  insertMaterial,
  insertMaterialLot,
  insertSupplier,
  lockMaterials,
  selectCodes,
  selectMaker,
  selectMaterialLotByRequest,
  selectMaterials,
  selectSupplierNamed,
  selectSuppliers,
} from './material.store.ts'
import type { Supplier } from './material.store.ts'

export type BuyRefusal = PurchaseRefusal | RequestKeyRefusal | UploadRefusal | { code: 'supplier-unnamed' } | { code: 'unknown-commune' }

type Papers = { paper?: File | null | undefined; photo?: File | null | undefined }

/** Writes down what was bought of whom: one purchase is one lot of a material, with a code of its own. The same form sent twice is one purchase. */
export async function buyMaterial(
  ctx: Ctx,
  input: BuyMaterialInput,
  { paper, photo }: Papers = {},
): Promise<Outcome<{ materialLotId: MaterialLotId; code: string; incomplete: boolean }, BuyRefusal>> {
  const { producerId } = input
  const producer = await selectMaker(ctx.db, producerId)
  if (!producer) throw new NotFound('No such producer', { producerId })
  const { organisationId } = producer
  requireAct(ctx.actor, materialActs.buy, tiesOfMaterial({ organisationId }))
  const keptPaper = paper ? await takeUpload(ctx, { content: paper, name: paper.name }, ['photo', 'paper']) : null
  if (keptPaper && !keptPaper.ok) return keptPaper
  const keptPhoto = photo ? await takeUpload(ctx, { content: photo, name: photo.name }, ['photo']) : null
  if (keptPhoto && !keptPhoto.ok) return keptPhoto
  return inTransaction(ctx, async (tx) => {
    await lockMaterials(tx, producerId)
    const known = await selectMaterialLotByRequest(tx, input.requestKey)
    if (known) {
      const same = known.producerId === producerId && known.quantity === input.quantity
      return same ? done({ materialLotId: known.id, code: known.code, incomplete: false }) : refuse('request-key-reused')
    }
    const materials = await selectMaterials(tx, producerId)
    const onFile = materials.find(({ name }) => name.toLocaleLowerCase('vi') === input.material.toLocaleLowerCase('vi'))
    const decision = decidePurchase(input, { today: dateInVietnam(ctx.now), unitOnFile: onFile?.unit ?? null })
    if (!decision.ok) return decision
    const supplier = await supplierOf(tx, ctx, producerId, input)
    if (!supplier.ok) return supplier
    const materialId = onFile?.id ?? (await newMaterial(tx, ctx, producerId, input))
    const materialLotId = ctx.newId('mlt')
    const code = proposePurchaseCode(input.boughtOn, await selectCodes(tx, producerId))
    for (const kept of [keptPaper, keptPhoto]) if (kept) await recordFile(tx, kept.value, { by: actorId(ctx.actor), at: ctx.now })
    const lot = {
      id: materialLotId,
      producerId,
      code,
      materialId,
      supplierId: supplier.value.id,
      boughtOn: input.boughtOn,
      quantity: input.quantity,
      priceVnd: input.priceVnd,
      communeCode: supplier.value.communeCode,
      growingAreaCode: input.growingAreaCode ?? supplier.value.growingAreaCode,
      paperHash: hashOf(keptPaper?.value),
      photoHash: hashOf(keptPhoto?.value),
      requestKey: input.requestKey,
      at: ctx.now,
      by: actorId(ctx.actor),
    }
    await insertMaterialLot(tx, lot)
    const entry = { id: ctx.newId('mle'), materialLotId, kind: 'bought', delta: input.quantity } as const
    await insertEntries(tx, [{ ...entry, lotId: null, note: null, requestKey: null, at: ctx.now, by: actorName(ctx.actor) }])
    const events = [materialReceived(ctx, { ...lot, unit: input.unit }, entry.id, ctx.now)]
    await recordOwnEvents(tx, ctx, { organisationId, events })
    await record(tx, ctx, materialActs.buy, { subjectId: materialLotId, payload: { materialLotId, producerId, code } })
    const incomplete = [keptPaper, keptPhoto].some((kept) => kept?.value.incomplete === true)
    return done({ materialLotId, code, incomplete })
  })
}

const hashOf = (kept: KeptFile | undefined): string | null => kept?.hash ?? null

async function newMaterial(tx: Tx, ctx: Ctx, producerId: ProducerId, { material, unit }: BuyMaterialInput): Promise<MaterialId> {
  const id = ctx.newId('mat')
  await insertMaterial(tx, { id, name: material, unit, producerId, at: ctx.now })
  return id
}

/** Out of the book; a name that is not in it yet goes into it. */
async function supplierOf(
  tx: Tx,
  ctx: Ctx,
  producerId: ProducerId,
  input: BuyMaterialInput,
): Promise<Outcome<Supplier, Extract<BuyRefusal, { code: 'supplier-unnamed' | 'unknown-commune' }>>> {
  if (input.supplierId !== undefined) {
    const chosen = (await selectSuppliers(tx, producerId)).find(({ id }) => id === input.supplierId)
    if (!chosen) throw new NotFound('No such supplier', { supplierId: input.supplierId })
    return done(chosen)
  }
  if (input.supplierName === null) return refuse('supplier-unnamed')
  const named = await selectSupplierNamed(tx, producerId, input.supplierName)
  if (named) return done(named)
  const { supplierCommune: communeCode, supplierKind: kind, growingAreaCode } = input
  if (communeCode !== null && !(await findCommune(tx, communeCode))) return refuse('unknown-commune')
  const supplier = { id: ctx.newId('sup'), kind, name: input.supplierName, communeCode, growingAreaCode }
  await insertSupplier(tx, { ...supplier, producerId, phone: input.supplierPhone, at: ctx.now, by: actorId(ctx.actor) })
  return done(supplier)
}
