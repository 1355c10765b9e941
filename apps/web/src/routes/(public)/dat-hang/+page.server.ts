import { randomBytes } from 'node:crypto'
import { redirect } from '@sveltejs/kit'
import { ruleOn } from '@dacsan/modules/law'
import { textToAsk } from '@dacsan/modules/privacy'
import { findCart, placeOrder, placeOrderInput } from '@dacsan/modules/shop'
import { sayRefusal } from '@dacsan/modules/shop/words'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { cartOf } from '#lib/shop/cart-cookie.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const cart = await findCart(ctx, cartOf(event))
  if (!cart.ready && event.request.method === 'GET') redirect(303, paths.cart)
  const hold = await ruleOn(ctx.db, 'order.hold-minutes', dateInVietnam(ctx.now))
  return { cart, hold, news: await textToAsk(ctx, 'news-from-seller'), requestKey: randomBytes(18).toString('base64url') }
}

/** The lines travel with the form, `listing:quantity` each: what was confirmed is what was on the page, whatever became of the cart. */
const orderForm = z.preprocess((typed) => {
  const { line, seenVnd, ...rest } = typed as Record<string, unknown>
  const lines = [line].flat().flatMap((text) => {
    const [listingId, quantity] = String(text ?? '').split(':')
    return listingId ? [{ listingId, quantity: Number(quantity) }] : []
  })
  return { ...rest, lines, seenVnd: seenVnd === undefined ? null : Number(seenVnd) }
}, placeOrderInput)

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event.request, orderForm)
    if (!form.ok) return form.answer
    const outcome = await placeOrder(event.locals.ctx, form.value, { cartId: cartOf(event), address: event.getClientAddress() })
    if (!outcome.ok) return correct(form.values, { form: sayRefusal(outcome.refusal) })
    const { orders, secret } = outcome.value
    redirect(303, paths.order(orders[0]!.code, secret))
  },
}
