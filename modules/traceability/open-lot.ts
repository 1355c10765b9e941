import { idInput } from '@dacsan/platform/ids'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { newTraceCode, parseLot } from '@dacsan/gs1'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam, isPlainDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { requestKey } from '@dacsan/platform/request-key'
import { z } from 'zod'
import { lockProduct, productsOfProducer } from '../catalogue/index.ts'
import type { ProductId } from '../catalogue/rules.ts'
import { optionalDay } from '../optional-fields.ts'
import type { Ctx } from '../context.ts'
import { recordOwnEvents } from '../epcis-repository/index.ts'
import { record, requireAct } from '../identity/index.ts'
import { actorId } from '../identity/rules.ts'
import { lotOpened } from './lot-events.ts'
import { proposedMaterials } from './materials/find-materials.ts'
import type { ProposedMaterial } from './materials/find-materials.ts'
import { usedFields } from './materials/inputs.ts'
import { insertRecipeOfLot } from './materials/recipe.store.ts'
import { carryOutUse, planUse, quantitiesOf } from './materials/use-materials.ts'
import { insertLot, selectLastLots, selectLotByRequest, selectNumbers } from './lot.store.ts'
import { workshopOf } from './owners-of-places.ts'
import { ownProducer } from './policy.ts'
import { decideOpening, lotActs, proposeLot, proposeLotNumber, tiesOfLot } from './rules.ts'
import type { LotProposal, OpenLotRefusal } from './rules.ts'
import type { LotId } from './rules/ids.ts'
import { formWords } from './words.ts'

const day = z.string().refine(isPlainDate, formWords.day)

export const openLotInput = z.object({
  productId: idInput('prd', formWords.product),
  number: z
    .string()
    .trim()
    .transform((typed, check) => {
      const read = parseLot(typed)
      if (read.ok) return read.value as string
      check.addIssue({ code: 'custom', message: formWords.lotNumber })
      return z.NEVER
    }),
  madeOn: day,
  /** Empty for goods that carry no last day of use. */
  expiresOn: optionalDay(formWords.day),
  quantity: z.coerce
    .number(formWords.quantity)
    .int(formWords.whole)
    .min(1, formWords.atLeast(1))
    .max(1_000_000, formWords.quantityTooLarge),
  unit: z.string().trim().min(1, formWords.unit).max(20, formWords.longest(20)),
  standards: z
    .string()
    .trim()
    .max(300, formWords.longest(300))
    .nullish()
    .transform((text) => text || null),
  /** The number that the form came with: one that nobody typed gives way where it was taken meanwhile. */
  proposedNumber: z.string().optional(),
  ...usedFields,
  requestKey,
})
export type OpenLotInput = z.infer<typeof openLotInput>

export type OpenedLot = { lotId: LotId; number: string; traceCode: string }

/** Opens a lot of one's own product. The same form sent twice is one lot. */
export async function openLot(ctx: Ctx, input: OpenLotInput): Promise<Outcome<OpenedLot, OpenLotRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const owned = await lockProduct(tx, input.productId)
    if (!owned) throw new NotFound('No such product', { productId: input.productId })
    const { product, organisationId } = owned
    requireAct(ctx.actor, lotActs.open, tiesOfLot({ producer: { organisationId } }))
    const known = await selectLotByRequest(tx, input.requestKey)
    if (known) {
      const same = known.productId === product.id && (known.number === input.number || input.number === input.proposedNumber)
      return same ? done({ lotId: known.id, number: known.number, traceCode: known.traceCode }) : refuse('request-key-reused')
    }
    const numbersTaken = await selectNumbers(tx, product.id)
    const { requestKey, productId, proposedNumber, materialId, used, withoutMaterials, reason, ...typed } = input
    const today = dateInVietnam(ctx.now)
    const freeNumber = proposeLotNumber(input.madeOn, numbersTaken)
    const facts = typed.number === proposedNumber && numbersTaken.includes(typed.number) ? { ...typed, number: freeNumber } : typed
    const decision = decideOpening(facts, { today, numbersTaken, freeNumber })
    if (!decision.ok) return decision
    const { isSample } = product
    const producerId = product.producer.id
    const goods = { producerId, productId, madeOn: input.madeOn, quantity: input.quantity }
    const planned = await planUse(tx, goods, { materialId, used, withoutMaterials, reason })
    if (!planned.ok) return planned
    const lot = {
      ...decision.event.lot,
      id: ctx.newId('lot'),
      traceCode: newTraceCode((count) => crypto.getRandomValues(new Uint8Array(count))),
    }
    await workshopOf(tx, ctx, producerId)
    const { id, number, quantity, traceCode } = lot
    const { taken, reason: why, recipeId } = planned.value
    const events = [lotOpened(ctx, { ...lot, product }, ctx.now, quantitiesOf(ctx, taken))]
    await Promise.all([
      insertLot(tx, { ...lot, productId, producerId, isSample, requestKey, at: ctx.now, by: actorId(ctx.actor) }),
      recordOwnEvents(tx, ctx, { organisationId, events }),
      record(tx, ctx, lotActs.open, { subjectId: id, payload: { lotId: id, productId, producerId, number, quantity } }),
    ])
    if (recipeId !== null) await insertRecipeOfLot(tx, id, recipeId)
    await carryOutUse(tx, ctx, id, { taken, reason: why })
    return done({ lotId: id, number, traceCode })
  })
}

export type ProposedLot = LotProposal & { productId: ProductId; productName: string; setCode: string; materials: ProposedMaterial[] }

/** The next lot of each of the signed-in producer's products, that of the product made last first. */
export async function proposeLots(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>): Promise<ProposedLot[]> {
  const producer = await ownProducer(ctx)
  const today: PlainDate = dateInVietnam(ctx.now)
  const last = new Map((await selectLastLots(ctx.db, producer.id)).map((lot) => [lot.productId, lot]))
  const proposals: { lastAt: number; proposal: ProposedLot }[] = []
  for (const { id, name, setCode } of await productsOfProducer(ctx, producer.id)) {
    const before = last.get(id) ?? null
    const taken = before ? await selectNumbers(ctx.db, id) : []
    const materials = await proposedMaterials(ctx, producer.id, id)
    const proposal = { ...proposeLot({ today, last: before, taken }), productId: id, productName: name, setCode, materials }
    proposals.push({ lastAt: before?.openedAt.getTime() ?? 0, proposal })
  }
  return proposals.toSorted((a, b) => b.lastAt - a.lastAt).map(({ proposal }) => proposal)
}
