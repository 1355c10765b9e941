import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { newTraceCode, parseLot } from '@dacsan/gs1'
import { inTransaction } from '@dacsan/platform/context'
import { dateInVietnam, isPlainDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { z } from 'zod'
import { productsOfProducer } from '../catalogue/index.ts'
import { optionalDay } from '../optional-fields.ts'
import type { Ctx } from '../context.ts'
import { actorId, record } from './events.ts'
import { insertLot, lockProductOfLots, selectLastLots, selectLotByRequest, selectNumbers } from './lot.store.ts'
import { mayTend, ownProducer } from './policy.ts'
import { decideOpening, proposeLot, proposeLotNumber } from './rules.ts'
import type { LotProposal, OpenLotRefusal } from './rules.ts'

const day = z.string().refine(isPlainDate, 'Hãy chọn một ngày có thật.')
export const requestKey = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)

export const openLotInput = z.object({
  productId: z.string(),
  number: z
    .string()
    .trim()
    .transform((typed, check) => {
      const read = parseLot(typed)
      if (read.ok) return read.value as string
      check.addIssue({ code: 'custom', message: 'Số lô gồm 1 đến 20 chữ không dấu, số, dấu gạch; không có khoảng trắng. Ví dụ 261123-01.' })
      return z.NEVER
    }),
  madeOn: day,
  /** Empty for goods that carry no last day of use. */
  expiresOn: optionalDay(),
  quantity: z.coerce.number('Nhập số lượng bằng số.').int('Nhập số nguyên.').min(1, 'Ít nhất là 1.').max(1_000_000, 'Số lượng quá lớn.'),
  unit: z.string().trim().min(1, 'Hãy chọn đơn vị.').max(20, 'Nhiều nhất 20 chữ.'),
  standards: z
    .string()
    .trim()
    .max(300, 'Nhiều nhất 300 chữ.')
    .nullish()
    .transform((text) => text || null),
  requestKey,
})
export type OpenLotInput = z.infer<typeof openLotInput>

export type OpenedLot = { lotId: string; number: string; traceCode: string }

/** Opens a lot of one's own product. The same form sent twice is one lot. */
export async function openLot(ctx: Ctx, input: OpenLotInput): Promise<Outcome<OpenedLot, OpenLotRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const product = await lockProductOfLots(tx, input.productId)
    if (!product || !mayTend(ctx.actor, { producer: product })) throw new NotFound('No such product', { productId: input.productId })
    const known = await selectLotByRequest(tx, input.requestKey)
    if (known) {
      const same = known.productId === product.id && known.number === input.number
      return same ? done({ lotId: known.id, number: known.number, traceCode: known.traceCode }) : refuse('request-key-reused')
    }
    const numbersTaken = await selectNumbers(tx, product.id)
    const { requestKey, productId, ...facts } = input
    const today = dateInVietnam(ctx.now)
    const decision = decideOpening(facts, { today, numbersTaken, freeNumber: proposeLotNumber(input.madeOn, numbersTaken) })
    if (!decision.ok) return decision
    const { producerId, isSample } = product
    const lot = {
      ...decision.event.lot,
      id: ctx.newId('lot'),
      traceCode: newTraceCode((count) => crypto.getRandomValues(new Uint8Array(count))),
    }
    await insertLot(tx, { ...lot, productId, producerId, isSample, requestKey, at: ctx.now, by: actorId(ctx) })
    const { id, number, quantity, traceCode } = lot
    await record(tx, ctx, 'lot.opened', { lotId: id, productId, producerId, number, quantity }, { type: 'lot', id })
    return done({ lotId: id, number, traceCode })
  })
}

export type ProposedLot = LotProposal & { productId: string; productName: string; setCode: string }

/** The next lot of each of the signed-in producer's products, that of the product made last first. */
export async function proposeLots(ctx: Pick<Ctx, 'db' | 'actor' | 'now'>): Promise<ProposedLot[]> {
  const producer = await ownProducer(ctx)
  const today: PlainDate = dateInVietnam(ctx.now)
  const last = new Map((await selectLastLots(ctx.db, producer.id)).map((lot) => [lot.productId, lot]))
  const proposals: { lastAt: number; proposal: ProposedLot }[] = []
  for (const { id, name, setCode } of await productsOfProducer(ctx, producer.id)) {
    const before = last.get(id) ?? null
    const taken = before ? await selectNumbers(ctx.db, id) : []
    const proposal = { ...proposeLot({ today, last: before, taken }), productId: id, productName: name, setCode }
    proposals.push({ lastAt: before?.openedAt.getTime() ?? 0, proposal })
  }
  return proposals.toSorted((a, b) => b.lastAt - a.lastAt).map(({ proposal }) => proposal)
}
