import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { OpenDataReader, OpenDataSet } from '../open-data.ts'
import { buyersDo } from './acts.ts'
import { countRecalledLots, selectRecalledLots } from './list.store.ts'
import type { RecalledLot } from './list.store.ts'

const openRecalledLot = z.object({
  recall: z.string().describe('Names the recall; several lots may have one'),
  url: z.url(),
  state: z.enum(['open', 'closed']).describe('Goods of a closed recall must still not be used or sold'),
  product: z.string(),
  productUrl: z.url(),
  producer: z.string(),
  lot: z.string().describe('The number on the label'),
  traceCode: z.string(),
  madeOn: z.iso.date(),
  expiresOn: z.iso.date().nullable(),
  reason: z.string(),
  buyersDo: z
    .enum(buyersDo)
    .describe('What whoever has the goods is asked: give them back to the seller, or destroy them and keep the label or a photo'),
  since: z.iso.date(),
  until: z.iso.date().nullable().describe('The day on which the recall was closed'),
  isSample: z.boolean().describe('Made for trying out, not a real recall'),
})

const perPage = 100

/** Recalled lots; no drill, no quantity, no order and nobody who bought. */
export const openRecalls: OpenDataSet = {
  name: 'recalls',
  item: 'RecalledLot',
  about: 'Recalled lots, those of open recalls first, in pages or as one CSV file',
  row: openRecalledLot,
  list: {
    filter: z.strictObject({
      state: z.enum(['open', 'closed']).optional(),
      page: z.coerce.number().int().min(1).max(100_000).default(1),
    }),
    file: 'hang-bi-thu-hoi',
    async page({ ctx, addressOf }, { page = 1, state }: { page?: number; state?: 'open' | 'closed' }) {
      const [rows, { total, samples }] = await Promise.all([
        selectRecalledLots(ctx.db, { limit: perPage, offset: (page - 1) * perPage, state }),
        countRecalledLots(ctx.db, { state }),
      ])
      const pages = Math.max(1, Math.ceil(total / perPage))
      return { items: rows.map((row) => openLot(row, addressOf)), total, samples, page, pages, approximate: false }
    },
  },
}

function openLot(
  { productSlug, since, until, ...lot }: RecalledLot,
  addressOf: OpenDataReader['addressOf'],
): z.infer<typeof openRecalledLot> {
  return {
    ...lot,
    url: addressOf.recall(lot.recall),
    productUrl: addressOf.product(productSlug),
    since: dateInVietnam(since),
    until: until && dateInVietnam(until),
  }
}
