import { redirect } from '@sveltejs/kit'
import { addToCart, cartLineInput, changeCartLine, findCart } from '@dacsan/modules/shop'
import { sayField, sayRefusal, spokenIn } from '@dacsan/modules/shop/words'
import { correct, readForm, sayFaults } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { cartOf, keepCart } from '#lib/shop/cart-cookie.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => ({ cart: await findCart(event.locals.ctx, cartOf(event)) })

export const actions: Actions = {
  add: async (event) => {
    const form = await readForm(event.request, cartLineInput)
    if (!form.ok) return sayFaults(form.answer, (said) => sayField(event.locals.lang, said))
    const { listingId, quantity } = form.value
    const outcome = await addToCart(event.locals.ctx, { cartId: cartOf(event), listingId, quantity: Math.max(1, quantity) })
    if (!outcome.ok) return correct(form.values, { form: sayRefusal(outcome.refusal, spokenIn(event.locals.lang)) })
    keepCart(event, outcome.value.cartId)
    redirect(303, localHref(event.locals.lang, paths.cart))
  },
  change: async (event) => {
    const form = await readForm(event.request, cartLineInput)
    if (!form.ok) return sayFaults(form.answer, (said) => sayField(event.locals.lang, said))
    const cartId = cartOf(event)
    if (cartId) await changeCartLine(event.locals.ctx, { cartId, ...form.value })
    redirect(303, localHref(event.locals.lang, paths.cart))
  },
}
