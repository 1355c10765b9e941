import { addStop, addStopInput, findRoute, routeChoices } from '@dacsan/modules/promotion'
import { newId, readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { actOnRoute } from '#lib/routes/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const [{ route }, choices] = await Promise.all([findRoute(ctx, readId('rou', params.id)), routeChoices(ctx)])
  return { route: { id: route.id, name: route.name }, choices, requestKey: newId('key') }
}

export const actions: Actions = {
  save: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, addStopInput)
    return actOnRoute(form, (given) => addStop(ctx, given), paths.routeOffice(params.id, { saved: true }))
  },
}
