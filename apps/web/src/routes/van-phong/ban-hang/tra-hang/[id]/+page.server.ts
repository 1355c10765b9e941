import { redirect } from '@sveltejs/kit'
import { proveRefund, proveRefundInput } from '@dacsan/modules/payments'
import {
  acceptReturn,
  acknowledgeReturn,
  agreeInput,
  callOffice,
  caseInput,
  escalateReturn,
  findReturn,
  reasonedInput,
  receiveGoods,
  receiveInput,
  refuseReturn,
  sayInReturn,
  sayInput,
  sendGoods,
  sendInput,
  settleReturnsOf,
} from '@dacsan/modules/returns'
import type { ReturnsRefusal } from '@dacsan/modules/returns/rules'
import type { Ctx } from '@dacsan/modules/context'
import { newId, readId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { readForm } from '#lib/forms.ts'
import { uploadOf } from '#lib/inspection/answers.ts'
import { paths } from '#lib/paths.ts'
import { refusedPayment } from '#lib/payments/answers.ts'
import { refusedReturn, sentAs } from '#lib/returns/answers.ts'
import { shownCase } from '#lib/returns/shown-case.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
  one: shownCase(await findReturn(ctx, readId('ret', params.id))),
  saved: url.searchParams.has('da-luu'),
  today: dateInVietnam(ctx.now),
  requestKey: newId('key'),
})

type Outcome = { ok: true } | { ok: false; refusal: ReturnsRefusal }

/** An act of the seller: its form, as the page calls it, and what is done with it. */
const act =
  <Schema extends z.ZodType>(of: string, schema: Schema, run: (ctx: Ctx, input: z.infer<Schema>) => Promise<Outcome>) =>
  async (event: RequestEvent) => {
    const form = await readForm(event.request, schema)
    if (!form.ok) return sentAs(of, form.answer)
    const outcome = await run(event.locals.ctx, form.value)
    if (!outcome.ok) return sentAs(of, refusedReturn(outcome.refusal, form.values))
    redirect(303, paths.sellerReturn(event.params.id, { saved: true }))
  }

const refunding = proveRefundInput.omit({ orderId: true }).extend({ file: z.instanceof(File).optional() })

export const actions: Actions = {
  acknowledge: act('acknowledge', caseInput, acknowledgeReturn),
  say: act('say', sayInput, sayInReturn),
  accept: act('accept', agreeInput, acceptReturn),
  refuse: act('refuse', reasonedInput, refuseReturn),
  receive: act('receive', receiveInput, receiveGoods),
  send: act('send', sendInput, sendGoods),
  'call-office': act('call', reasonedInput, callOffice),
  escalate: act('call', reasonedInput, escalateReturn),
  refund: async (event) => {
    const { ctx } = event.locals
    const { one } = await findReturn(ctx, readId('ret', event.params.id))
    const form = await readForm(event.request, refunding)
    if (!form.ok) return sentAs('refund', form.answer)
    const { file, ...input } = form.value
    const outcome = await proveRefund(ctx, { ...input, orderId: one.orderId }, uploadOf(file))
    if (!outcome.ok) return sentAs('refund', refusedPayment(outcome.refusal, form.values))
    await settleReturnsOf(ctx, one.orderId)
    redirect(303, paths.sellerReturn(event.params.id, { saved: true }))
  },
}
