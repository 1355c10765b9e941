import { netPricesOf } from '@dacsan/modules/channels'
import { idInput, readId } from '@dacsan/platform/ids'
import { randomBytes } from 'node:crypto'
import { redirect } from '@sveltejs/kit'
import { packGoods, packOneInput } from '@dacsan/modules/inventory'
import type { InventoryRefusal } from '@dacsan/modules/inventory/rules'
import { sayRefusal as sayInventoryRefusal } from '@dacsan/modules/inventory/words'
import { findOwnOffer, pauseListing, resumeListing, saveListing, saveListingForm, submitListing } from '@dacsan/modules/shop'
import { sayRefusal } from '@dacsan/modules/shop/words'
import { boxPartNames, priceStepNames } from '@dacsan/modules/shop/rules'
import type { SaveListingRefusal, ShopRefusal } from '@dacsan/modules/shop/rules'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const offer = await findOwnOffer(ctx, chosen(event))
  return {
    offer,
    netPrices: offer.listing ? netPricesOf(offer.listing.priceVnd, dateInVietnam(ctx.now)) : [],
    requestKey: randomBytes(18).toString('base64url'),
  }
}

const listingChoice = z.object({ listingId: idInput('lst') })

export const actions: Actions = {
  save: async (event) => {
    const form = await readForm(event.request, saveListingForm)
    if (!form.ok) return form.answer
    const outcome = await saveListing(event.locals.ctx, { ...form.value, ...chosen(event) })
    if (!outcome.ok) return correct(form.values, { [fieldOfPricing(outcome.refusal, form.values)]: sayRefusal(outcome.refusal) })
    redirect(303, shownAt(event))
  },
  submit: async (event) => {
    const form = await readForm(event.request, listingChoice)
    if (!form.ok) return form.answer
    return end(event, form.values, await submitListing(event.locals.ctx, form.value))
  },
  resume: async (event) => {
    const form = await readForm(event.request, listingChoice)
    if (!form.ok) return form.answer
    return end(event, form.values, await resumeListing(event.locals.ctx, form.value))
  },
  pause: async (event) => {
    const form = await readForm(event.request, listingChoice)
    if (!form.ok) return form.answer
    return end(event, form.values, await pauseListing(event.locals.ctx, form.value))
  },
  receive: async (event) => {
    const form = await readForm(event.request, packOneInput)
    if (!form.ok) return form.answer
    const { lotId, quantity, requestKey } = form.value
    const { packId } = await findOwnOffer(event.locals.ctx, chosen(event))
    const packs = [{ packId, quantity }]
    const outcome = await packGoods(event.locals.ctx, { lotId, packs, requestKey })
    if (!outcome.ok) return correct(form.values, { [fieldOf(outcome.refusal)]: sayInventoryRefusal(outcome.refusal) })
    redirect(303, shownAt(event))
  },
}

/** The field of the form that a refused price stands in: rows that were left empty count. */
function fieldOfPricing(refusal: SaveListingRefusal, values: Record<string, string>): string {
  if (refusal.code === 'least-not-multiple') return 'leastQuantity'
  if (refusal.code === 'limit-below-least') return 'maxPerOrder'
  if (refusal.code === 'weights-backwards') return 'byWeight.mostGrams'
  if (refusal.code === 'steps-by-weight') return 'steps.0.from'
  if ('row' in refusal) {
    const row = boxPartNames.filter((name) => values[`parts.${name}.packId`]?.trim())[refusal.row]
    return `parts.${row}.packId`
  }
  if (refusal.code === 'box-too-cheap') return 'priceVnd'
  if (refusal.code === 'box-by-weight') return 'byWeight.perKgVnd'
  if (refusal.code === 'box-of-one') return 'parts.0.quantity'
  if (refusal.code === 'box-ahead' || refusal.code === 'box-in-box') return 'parts.0.packId'
  const row = priceStepNames.filter((name) => values[`steps.${name}.from`]?.trim())[refusal.step]
  return `steps.${row}.${refusal.code === 'price-step-not-rising' ? 'from' : 'priceVnd'}`
}

const fieldOf = ({ code }: InventoryRefusal) =>
  code === 'lot-not-sellable' ? 'lotId' : code === 'request-key-reused' ? 'form' : 'quantity'

type Chosen = Pick<RequestEvent, 'params' | 'url'>

/** The pack that the address names. */
function chosen({ params, url }: Chosen) {
  const packId = url.searchParams.get('quy-cach')
  return { productId: readId('prd', params.productId), ...(packId !== null && { packId: readId('pck', packId) }) }
}

const shownAt = (event: Chosen) => paths.shelfOffer(event.params.productId, event.url.searchParams.get('quy-cach') ?? undefined)

function end(event: RequestEvent, values: Record<string, string>, outcome: { ok: true } | { ok: false; refusal: ShopRefusal }) {
  if (!outcome.ok) return correct(values, { form: sayRefusal(outcome.refusal) })
  redirect(303, shownAt(event))
}
