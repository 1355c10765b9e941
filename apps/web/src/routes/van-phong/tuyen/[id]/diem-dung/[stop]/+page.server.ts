import { NotFound } from '@dacsan/decisions'
import { changeStop, changeStopInput, dropStop, findRoute, routeChoices, stopInput } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { actOnRoute } from '#lib/routes/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const [{ route, stops }, choices] = await Promise.all([findRoute(ctx, readId('rou', params.id)), routeChoices(ctx)])
  const stop = stops.find(({ id }) => id === params.stop)
  if (!stop) throw new NotFound('No such stop')
  const { id, kind, name, hostId, pointId, communeCode, address, latitude, longitude, minutes, about, position } = stop
  const values = { kind, name, hostId, pointId: pointId ?? '', communeCode, address, position: `${latitude}, ${longitude}`, minutes: String(minutes), about, place: String(position ?? '') } // prettier-ignore
  return { route: { id: route.id, name: route.name }, stop: { id, name, mayDrop: stop.may.drop === true }, values, choices }
}

export const actions: Actions = {
  save: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, changeStopInput)
    return actOnRoute(form, (given) => changeStop(ctx, given), paths.routeOffice(params.id, { saved: true }))
  },
  drop: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, stopInput)
    return actOnRoute(form, (given) => dropStop(ctx, given), paths.routeOffice(params.id, { saved: true }))
  },
}
