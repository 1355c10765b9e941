import {
  answerGoods,
  answerGoodsInput,
  answerSettlement,
  answerSettlementInput,
  findChannelQueue,
  nameGoods,
  nameGoodsInput,
} from '@dacsan/modules/channels'
import { redirect } from '@sveltejs/kit'
import { refusedChannel } from '#lib/channels/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  queue: await findChannelQueue(ctx),
  saved: url.searchParams.has('da-ghi'),
})

export const actions: Actions = {
  name: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, nameGoodsInput)
    if (!form.ok) return form.answer
    const outcome = await nameGoods(ctx, form.value)
    if (!outcome.ok) return refusedChannel(outcome.refusal, form.values)
    redirect(303, paths.channelQueue({ saved: true }))
  },
  goods: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, answerGoodsInput)
    if (!form.ok) return form.answer
    const outcome = await answerGoods(ctx, form.value)
    if (!outcome.ok) return refusedChannel(outcome.refusal, form.values)
    redirect(303, paths.channelQueue({ saved: true }))
  },
  settlement: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, answerSettlementInput)
    if (!form.ok) return form.answer
    const outcome = await answerSettlement(ctx, form.value)
    if (!outcome.ok) return refusedChannel(outcome.refusal, form.values)
    redirect(303, paths.channelQueue({ saved: true }))
  },
}
