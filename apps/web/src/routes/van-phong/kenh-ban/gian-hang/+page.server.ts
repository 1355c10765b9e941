import {
  findChannelShops,
  openShop,
  openShopInput,
  putUp,
  putUpInput,
  switchOff,
  switchOffInput,
  switchOn,
  switchOnInput,
} from '@dacsan/modules/channels'
import { dateInVietnam } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { channelLines, refusedChannel } from '#lib/channels/answers.ts'
import { readForm } from '#lib/forms.ts'
import type { ChannelsRefusal } from '@dacsan/modules/channels/rules'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  shops: (await findChannelShops(ctx)).map((shop) => ({ ...shop, address: `${url.origin}/webhooks/${shop.channel}` })),
  today: dateInVietnam(ctx.now),
  saved: url.searchParams.has('da-luu'),
})

/** What was typed comes back, but never what opens a door. */
const shownAgain = ({ shopId, packId, categoryId, name, channel, goodsFrom }: Record<string, string>) =>
  Object.fromEntries(
    Object.entries({ shopId, packId, categoryId, name, channel, goodsFrom }).filter(([, value]) => value !== undefined),
  ) as Record<string, string>

function end(outcome: { ok: true } | { ok: false; refusal: ChannelsRefusal }, values: Record<string, string>) {
  if (!outcome.ok) return refusedChannel(outcome.refusal, shownAgain(values))
  redirect(303, paths.channelShops({ saved: true }))
}

export const actions: Actions = {
  on: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, switchOnInput)
    if (!form.ok) return form.answer
    return end(await switchOn(ctx, channelLines(), form.value), form.values)
  },
  off: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, switchOffInput)
    if (!form.ok) return form.answer
    return end(await switchOff(ctx, form.value), form.values)
  },
  put: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, putUpInput)
    if (!form.ok) return form.answer
    return end(await putUp(ctx, channelLines(), form.value), form.values)
  },
  open: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, openShopInput)
    if (!form.ok) return form.answer
    return end(await openShop(ctx, form.value), form.values)
  },
}
