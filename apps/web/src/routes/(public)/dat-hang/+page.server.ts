import { randomBytes } from 'node:crypto'
import { fail, redirect } from '@sveltejs/kit'
import { ruleOn } from '@dacsan/modules/law'
import { textToAsk } from '@dacsan/modules/privacy'
import { province } from '@dacsan/modules/province'
import { communesToChoose, findCart, placeOrder, quoteInput, quoteOrder } from '@dacsan/modules/shop'
import { sayField, sayRefusal, spokenIn } from '@dacsan/modules/shop/words'
import { dateInVietnam } from '@dacsan/vietnam'
import { readForm, sayFaults } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { receiverCountOf } from '#lib/shop/receiver-fields.ts'
import { cartOf } from '#lib/shop/cart-cookie.ts'
import { checkoutForm, chosenIn, typedReceivers } from '#lib/shop/checkout-form.ts'
import type { Quoted } from '#lib/shop/checkout-form.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  const cart = await findCart(ctx, cartOf(event))
  if (!cart.ready && event.request.method === 'GET') redirect(303, localHref(event.locals.lang, paths.cart))
  const [hold, confirm, quote, news] = await Promise.all([
    ruleOn(ctx.db, 'order.hold-minutes', dateInVietnam(ctx.now)),
    ruleOn(ctx.db, 'order.cod-confirm-hours', dateInVietnam(ctx.now)),
    quoteOf(event, {}),
    // Nobody agrees to a text in a language that is not theirs (Luật 91/2025/QH15, Điều 9): it is there in Vietnamese alone.
    textToAsk(ctx, 'news-from-seller', event.locals.lang),
  ])
  const told = quote.sellers.some((seller) => seller.told)
  return {
    cart,
    province: province().name,
    hold,
    confirmHours: confirm.value,
    quote,
    told,
    communes: told ? communesToChoose() : [],
    news,
    requestKey: randomBytes(18).toString('base64url'),
  }
}

/** What the cart costs with bringing it to what was typed so far. */
async function quoteOf(
  event: Pick<RequestEvent, 'locals' | 'cookies' | 'url'>,
  { buyerAddress = '', deliverTo, ...rest }: Record<string, string>,
) {
  const { ctx } = event.locals
  const cart = await findCart(ctx, cartOf(event))
  const lines = cart.sellers.flatMap((seller) => seller.lines)
  const wishes = chosenIn(rest, 'delivery-') as NonNullable<Quoted['wishes']>
  const ways = chosenIn(rest, 'pay-') as NonNullable<Quoted['ways']>
  // As the order reads them; what cannot be one is said beside its field.
  const vouchers = quoteInput.shape.vouchers.safeParse(chosenIn(rest, 'voucher-')).data
  const receivers = receiverCountOf(rest) > 0 ? typedReceivers(rest) : undefined
  return quoteOrder(ctx, { cartId: cartOf(event), lines, buyerAddress, deliverTo, wishes, ways, vouchers, receivers })
}

export const actions: Actions = {
  default: async (event) => {
    const { lang } = event.locals
    const form = await readForm(event.request, checkoutForm)
    if (!form.ok) {
      const { values, errors } = sayFaults(form.answer, (said) => sayField(lang, said)).data
      return fail(422, { values, errors, quote: await quoteOf(event, values) })
    }
    if (form.value.step !== 'order' && form.value.step !== 'send') {
      const quote = await quoteOf(event, form.values)
      const wrong = form.value.step === 'quote-sent' && quote.divided
      return { values: form.values, errors: (wrong ? { form: sayRefusal(wrong, spokenIn(lang)) } : {}) as Record<string, string>, quote }
    }
    const { step: _, ...order } = form.value
    const outcome = await placeOrder(event.locals.ctx, order, { cartId: cartOf(event), address: event.getClientAddress(), language: lang })
    if (!outcome.ok)
      return fail(422, {
        values: form.values,
        errors: { form: sayRefusal(outcome.refusal, spokenIn(lang)) } as Record<string, string>,
        quote: await quoteOf(event, form.values),
      })
    const { orders, secret } = outcome.value
    redirect(303, localHref(lang, paths.order(orders[0]!.code, secret)))
  },
}
