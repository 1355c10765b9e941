import { changeRoute, changeRouteInput, findRoute, routeChoices } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { actOnRoute } from '#lib/routes/answers.ts'
import { ticksOf, withTicks } from '#lib/routes/ticks.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const [{ route }, { hosts }] = await Promise.all([findRoute(ctx, readId('rou', params.id)), routeChoices(ctx)])
  const { id, name, about, hostId, leastPeople, mostPeople, groupsADay, months, languages } = route
  const values = { name, about, hostId, leastPeople: String(leastPeople), mostPeople: String(mostPeople), groupsADay: String(groupsADay) }
  return { id, name, values, ticked: { months: months.map(String), languages: languages.map(String) }, hosts }
}

export const actions: Actions = {
  default: async ({ request, params, locals: { ctx } }) => {
    const ticked = await ticksOf(request)
    const form = await readForm(request, changeRouteInput)
    return withTicks(await actOnRoute(form, (given) => changeRoute(ctx, given), paths.routeOffice(params.id, { saved: true })), ticked)
  },
}
