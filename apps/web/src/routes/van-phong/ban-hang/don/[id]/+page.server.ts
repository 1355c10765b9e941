import { readId } from '@dacsan/platform/ids'
import { randomBytes } from 'node:crypto'
import { redirect } from '@sveltejs/kit'
import {
  cancelOrder,
  cancelOrderInput,
  confirmCash,
  confirmPayment,
  findSellerOrder,
  handOver,
  handOverInput,
  moneyInput,
  receiveCash,
  reopenOrder,
  takeBackInput,
  takeBackOrder,
} from '@dacsan/modules/shop'
import { parcelsOfOrder } from '@dacsan/modules/carriers'
import { moneyOfOrder, proveRefund, proveRefundInput } from '@dacsan/modules/payments'
import { sayRefusal } from '@dacsan/modules/shop/words'
import type { ShopRefusal } from '@dacsan/modules/shop/rules'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { correct, readForm } from '#lib/forms.ts'
import { uploadOf } from '#lib/inspection/answers.ts'
import { paths } from '#lib/paths.ts'
import { refusedPayment } from '#lib/payments/answers.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const order = await findSellerOrder(ctx, readId('ord', params.id))
  const { sumVnd: totalVnd, receivedVnd, refundedVnd, returnedVnd, facts } = order
  const [money, carriage] = await Promise.all([
    moneyOfOrder(ctx, order.id, { totalVnd, receivedVnd, refundedVnd, returnedVnd, closed: facts.closed }),
    parcelsOfOrder(ctx, order.id),
  ])
  return {
    order,
    money,
    carriage,
    today: dateInVietnam(ctx.now),
    requestKey: randomBytes(18).toString('base64url'),
  }
}

const money = moneyInput.omit({ orderId: true })
const refunding = proveRefundInput.omit({ orderId: true }).extend({ file: z.instanceof(File).optional() })
const handing = handOverInput.omit({ orderId: true })
const returning = takeBackInput.omit({ orderId: true })
const cancelling = cancelOrderInput.omit({ orderId: true })

export const actions: Actions = {
  'receive-payment': async (event) => {
    const form = await readForm(event.request, money)
    if (!form.ok) return form.answer
    return end(event, form.values, await confirmPayment(event.locals.ctx, { ...form.value, orderId: readId('ord', event.params.id) }))
  },
  'confirm-cash': async (event) => end(event, {}, await confirmCash(event.locals.ctx, { orderId: readId('ord', event.params.id) })),
  'receive-cash': async (event) => {
    const form = await readForm(event.request, money)
    if (!form.ok) return form.answer
    return end(event, form.values, await receiveCash(event.locals.ctx, { ...form.value, orderId: readId('ord', event.params.id) }))
  },
  'take-back': async (event) => {
    const form = await readForm(event.request, returning)
    if (!form.ok) return form.answer
    return end(event, form.values, await takeBackOrder(event.locals.ctx, { ...form.value, orderId: readId('ord', event.params.id) }))
  },
  'refund-payment': async (event) => {
    const form = await readForm(event.request, refunding)
    if (!form.ok) return form.answer
    const { file, ...input } = form.value
    const outcome = await proveRefund(event.locals.ctx, { ...input, orderId: readId('ord', event.params.id) }, uploadOf(file))
    return outcome.ok ? end(event, form.values, outcome) : refusedPayment(outcome.refusal, form.values)
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
