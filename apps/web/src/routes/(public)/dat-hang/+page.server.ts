import { randomBytes } from 'node:crypto'
import { fail, redirect } from '@sveltejs/kit'
import { ruleOn } from '@dacsan/modules/law'
import { textToAsk } from '@dacsan/modules/privacy'
import { province } from '@dacsan/modules/province'
import { communesToChoose, findCart, placeOrder, placeOrderInput, quoteInput, quoteOrder } from '@dacsan/modules/shop'
import { sayField, sayRefusal, spokenIn } from '@dacsan/modules/shop/words'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { readForm, sayFaults } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { cartOf } from '#lib/shop/cart-cookie.ts'
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
    event.locals.lang === 'vi' ? textToAsk(ctx, 'news-from-seller') : null,
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

/** The lines travel with the form, `listing:quantity` each: what was confirmed is what was on the page, whatever became of the cart. */
const checkoutForm = z.preprocess(
  (typed) => {
    const { line, seenVnd, step, ...rest } = typed as Record<string, unknown>
    const lines = [line].flat().flatMap((text) => {
      const [listingId, quantity] = String(text ?? '').split(':')
      return listingId ? [{ listingId, quantity: Number(quantity) }] : []
    })
    const [wishes, ways, vouchers] = [chosenIn(rest, 'delivery-'), chosenIn(rest, 'pay-'), chosenIn(rest, 'voucher-')]
    const invoice = chosenIn(rest, 'invoice-')
    return {
      ...rest,
      lines,
      ...(Object.keys(wishes).length > 0 && { wishes }),
      ...(Object.keys(ways).length > 0 && { ways }),
      ...(Object.keys(vouchers).length > 0 && { vouchers }),
      ...(Object.keys(invoice).length > 0 && { invoice: { name: '', address: '', ...invoice } }),
      seenVnd: seenVnd === undefined ? null : Number(seenVnd),
      step: step === 'quote' ? 'quote' : 'order',
    }
  },
  z.discriminatedUnion('step', [placeOrderInput.extend({ step: z.literal('order') }), quoteInput.extend({ step: z.literal('quote') })]),
)

type Quoted = z.infer<typeof quoteInput>

/** What was chosen of each seller: its goods come (`delivery-` and the seller) and are paid (`pay-`) so. */
const chosenIn = (fields: Record<string, unknown>, prefix: 'delivery-' | 'pay-' | 'voucher-' | 'invoice-'): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, chosen]) =>
      name.startsWith(prefix) && chosen !== '' ? [[name.slice(prefix.length), chosen]] : [],
    ),
  )

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
  return quoteOrder(ctx, { cartId: cartOf(event), lines, buyerAddress, deliverTo, wishes, ways, vouchers })
}

export const actions: Actions = {
  default: async (event) => {
    const { lang } = event.locals
    const form = await readForm(event.request, checkoutForm)
    if (!form.ok) {
      const { values, errors } = sayFaults(form.answer, (said) => sayField(lang, said)).data
      return fail(422, { values, errors, quote: await quoteOf(event, values) })
    }
    if (form.value.step === 'quote')
      return { values: form.values, errors: {} as Record<string, string>, quote: await quoteOf(event, form.values) }
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
