import {
  changeStampCode,
  findStop,
  giveContact,
  giveContactInput,
  leaveRoute,
  leaveStopInput,
  rejoinRoute,
  stopInput,
  withdrawContact,
} from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { actOnRoute, mayBe } from '#lib/routes/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { stop, route } = await findStop(ctx, readId('rst', params.id))
  const { id, name, phone, phoneAgreedOn, leftReason, stampCode, may } = stop
  return {
    stop: { id, name, phone, phoneAgreedOn, leftReason },
    address: url.origin + paths.routeStamp(route.slug, stampCode),
    routeName: route.name,
    may: mayBe(may),
    today: dateInVietnam(ctx.now),
    saved: url.searchParams.has('da-luu'),
  }
}

const saved = (id: string) => paths.hostStop(id, { saved: true })
export const actions: Actions = {
  give: async ({ request, params, locals: { ctx } }) =>
    actOnRoute(await readForm(request, giveContactInput), (given) => giveContact(ctx, given), saved(params.id)),
  withdraw: async ({ request, params, locals: { ctx } }) =>
    actOnRoute(await readForm(request, stopInput), (given) => withdrawContact(ctx, given), saved(params.id)),
  code: async ({ request, params, locals: { ctx } }) =>
    actOnRoute(await readForm(request, stopInput), (given) => changeStampCode(ctx, given), saved(params.id)),
  leave: async ({ request, params, locals: { ctx } }) =>
    actOnRoute(await readForm(request, leaveStopInput), (given) => leaveRoute(ctx, given), saved(params.id)),
  rejoin: async ({ request, params, locals: { ctx } }) =>
    actOnRoute(await readForm(request, stopInput), (given) => rejoinRoute(ctx, given), saved(params.id)),
}
