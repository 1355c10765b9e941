import { findChannelShops, openShop, openShopInput } from '@dacsan/modules/channels'
import { dateInVietnam } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { refusedChannel } from '#lib/channels/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  shops: await findChannelShops(ctx),
  today: dateInVietnam(ctx.now),
  saved: url.searchParams.has('da-luu'),
})

export const actions: Actions = {
  open: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, openShopInput)
    if (!form.ok) return form.answer
    const outcome = await openShop(ctx, form.value)
    if (!outcome.ok) return refusedChannel(outcome.refusal, form.values)
    redirect(303, paths.channelShops({ saved: true }))
  },
}
