import { fail, redirect } from '@sveltejs/kit'
import { agreedShelves, closeAgreedShelf, openAgreedShelf, openShelfInput } from '@dacsan/modules/shop'
import { sayField, sayRefusal, spokenIn } from '@dacsan/modules/shop/words'
import { idInput } from '@dacsan/platform/ids'
import { z } from 'zod'
import { readForm, sayFaults } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { cartOf, keepCart } from '#lib/shop/cart-cookie.ts'
import type { Actions, PageServerLoad } from './$types'

/** `ma`: the code, in the link that a seller sends; without the telephone number it opens nothing. */
export const load: PageServerLoad = async (event) => ({
  shelves: await agreedShelves(event.locals.ctx, cartOf(event)),
  code: event.url.searchParams.get('ma')?.slice(0, 20) ?? '',
})

export const actions: Actions = {
  open: async (event) => {
    const { lang } = event.locals
    const form = await readForm(event.request, openShelfInput)
    if (!form.ok) return sayFaults(form.answer, (said) => sayField(lang, said))
    const outcome = await openAgreedShelf(event.locals.ctx, form.value, { cartId: cartOf(event), address: event.getClientAddress() })
    if (!outcome.ok) {
      const errors: Record<string, string> = { form: sayRefusal(outcome.refusal, spokenIn(lang)) }
      return fail(outcome.refusal.code === 'too-many-attempts' ? 429 : 422, { values: form.values, errors })
    }
    keepCart(event, outcome.value.cartId)
    redirect(303, localHref(event.locals.lang, paths.agreedShelf))
  },
  close: async (event) => {
    const form = await readForm(event.request, z.object({ buyerId: idInput('agb') }))
    if (!form.ok) return form.answer
    const cartId = cartOf(event)
    if (cartId) await closeAgreedShelf(event.locals.ctx, { cartId, ...form.value })
    redirect(303, localHref(event.locals.lang, paths.agreedShelf))
  },
}
