import { idInput, readId } from '@dacsan/platform/ids'
import { randomBytes } from 'node:crypto'
import { redirect } from '@sveltejs/kit'
import {
  countStock,
  countStockInput,
  findOwnProduct,
  pauseListing,
  publishListing,
  receiveStock,
  receiveStockInput,
  saveListing,
  saveListingInput,
} from '@dacsan/modules/shop'
import { sayRefusal } from '@dacsan/modules/shop/words'
import type { ShopRefusal } from '@dacsan/modules/shop/rules'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { z } from 'zod'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  product: await findOwnProduct(locals.ctx, readId('prd', params.productId)),
  requestKey: randomBytes(18).toString('base64url'),
})

const listingForm = saveListingInput.omit({ productId: true })
const listingChoice = z.object({ listingId: idInput('lst') })
// The page has two forms with a lot each: the second names its fields apart.
const countForm = z.preprocess((typed) => {
  const { countLot, ...rest } = typed as Record<string, unknown>
  return { ...rest, lotId: countLot }
}, countStockInput)

export const actions: Actions = {
  save: async (event) => {
    const form = await readForm(event.request, listingForm)
    if (!form.ok) return form.answer
    return end(event, form.values, await saveListing(event.locals.ctx, { ...form.value, productId: readId('prd', event.params.productId) }))
  },
  publish: async (event) => {
    const form = await readForm(event.request, listingChoice)
    if (!form.ok) return form.answer
    return end(event, form.values, await publishListing(event.locals.ctx, form.value))
  },
  pause: async (event) => {
    const form = await readForm(event.request, listingChoice)
    if (!form.ok) return form.answer
    return end(event, form.values, await pauseListing(event.locals.ctx, form.value))
  },
  receive: async (event) => {
    const form = await readForm(event.request, receiveStockInput)
    if (!form.ok) return form.answer
    return end(event, form.values, await receiveStock(event.locals.ctx, form.value))
  },
  count: async (event) => {
    const form = await readForm(event.request, countForm)
    if (!form.ok) return form.answer
    return end(event, form.values, await countStock(event.locals.ctx, form.value))
  },
}

const fieldOf: Record<string, string> = {
  'more-than-made': 'quantity',
  'lot-not-sellable': 'lotId',
  'count-below-reserved': 'counted',
  'count-unchanged': 'counted',
}

function end({ params }: RequestEvent, values: Record<string, string>, outcome: { ok: true } | { ok: false; refusal: ShopRefusal }) {
  if (!outcome.ok) return correct(values, { [fieldOf[outcome.refusal.code] ?? 'form']: sayRefusal(outcome.refusal) })
  redirect(303, paths.shelfOffer(params.productId))
}
