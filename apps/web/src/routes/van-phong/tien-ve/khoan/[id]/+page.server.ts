import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { bookLine, bookLineInput, findLine, setAside, setAsideInput, tieRefund, tieRefundInput } from '@dacsan/modules/payments'
import type { PaymentsRefusal } from '@dacsan/modules/payments/rules'
import { readId } from '@dacsan/platform/ids'
import { z } from 'zod'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedPayment } from '#lib/payments/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const found = await findLine(ctx, readId('bln', params.id), { code: url.searchParams.get('ma') ?? '' })
  return { ...found, orders: found.orders.map((order) => ({ ...order, createdAt: formatMoment(order.createdAt) })) }
}

const booking = bookLineInput.omit({ lineId: true }).extend({ act: z.enum(['book', 'ask-rest', 'send-back']).default('book') })

const end = (outcome: { ok: true } | { ok: false; refusal: PaymentsRefusal }, values: Record<string, string>) => {
  if (!outcome.ok) return refusedPayment(outcome.refusal, values)
  redirect(303, paths.moneyDesk({ saved: true }))
}

export const actions: Actions = {
  book: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, booking)
    if (!form.ok) return form.answer
    const { act, ...input } = form.value
    return end(await bookLine(ctx, act, { ...input, lineId: readId('bln', params.id) }), form.values)
  },
  aside: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, setAsideInput.omit({ lineId: true }))
    if (!form.ok) return form.answer
    return end(await setAside(ctx, { ...form.value, lineId: readId('bln', params.id) }), form.values)
  },
  tie: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, tieRefundInput.omit({ lineId: true }))
    if (!form.ok) return form.answer
    return end(await tieRefund(ctx, { ...form.value, lineId: readId('bln', params.id) }), form.values)
  },
}
