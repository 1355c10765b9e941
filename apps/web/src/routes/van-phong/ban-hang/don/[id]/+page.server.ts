import { readId } from '@dacsan/platform/ids'
import { randomBytes } from 'node:crypto'
import { redirect } from '@sveltejs/kit'
import {
  cancelOrder,
  cancelOrderInput,
  confirmPayment,
  findSellerOrder,
  handOver,
  handOverInput,
  moneyInput,
  refundPayment,
  reopenOrder,
} from '@dacsan/modules/shop'
import { sayRefusal } from '@dacsan/modules/shop/words'
import type { ShopRefusal } from '@dacsan/modules/shop/rules'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => ({
  order: await findSellerOrder(locals.ctx, readId('ord', params.id)),
  requestKey: randomBytes(18).toString('base64url'),
})

const money = moneyInput.omit({ orderId: true })
const handing = handOverInput.omit({ orderId: true })
const cancelling = cancelOrderInput.omit({ orderId: true })

export const actions: Actions = {
  'receive-payment': async (event) => {
    const form = await readForm(event.request, money)
    if (!form.ok) return form.answer
    return end(event, form.values, await confirmPayment(event.locals.ctx, { ...form.value, orderId: readId('ord', event.params.id) }))
  },
  'refund-payment': async (event) => {
    const form = await readForm(event.request, money)
    if (!form.ok) return form.answer
    return end(event, form.values, await refundPayment(event.locals.ctx, { ...form.value, orderId: readId('ord', event.params.id) }))
  },
  'hand-over': async (event) => {
    const form = await readForm(event.request, handing)
    if (!form.ok) return form.answer
    return end(event, form.values, await handOver(event.locals.ctx, { ...form.value, orderId: readId('ord', event.params.id) }))
  },
  cancel: async (event) => {
    const form = await readForm(event.request, cancelling)
    if (!form.ok) return form.answer
    return end(event, form.values, await cancelOrder(event.locals.ctx, { ...form.value, orderId: readId('ord', event.params.id) }))
  },
  reopen: async (event) => end(event, {}, await reopenOrder(event.locals.ctx, { orderId: readId('ord', event.params.id) })),
}

function end({ params }: RequestEvent, values: Record<string, string>, outcome: { ok: true } | { ok: false; refusal: ShopRefusal }) {
  if (!outcome.ok) {
    const field = outcome.refusal.code === 'note-missing' ? 'note' : 'form'
    return correct(values, { [field]: sayRefusal(outcome.refusal) })
  }
  redirect(303, paths.shopOrder(params.id))
}
