import { findCosts, recordCost, recordCostInput, shareCost, shareCostInput, strikeCost, strikeCostInput } from '@dacsan/modules/support'
import { newId, readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { actOnTraining } from '#lib/training/answers.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { may, ...view } = await findCosts(ctx, readId('tcl', params.id))
  return {
    ...view,
    strikeable: view.costs.filter(({ sharedBy }) => sharedBy === null).map(({ id, says }) => ({ value: id as string, label: says })),
    mayRecord: may['record-cost'] === true,
    keys: { cost: newId('key'), share: newId('key') },
    saved: url.searchParams.has('da-luu'),
  }
}

const saved = ({ params }: RequestEvent) => paths.classCosts(params.id, { saved: true })

export const actions: Actions = {
  add: async (event) =>
    actOnTraining(await readForm(event.request, recordCostInput), (value) => recordCost(event.locals.ctx, value), saved(event)),
  strike: async (event) =>
    actOnTraining(await readForm(event.request, strikeCostInput), (value) => strikeCost(event.locals.ctx, value), saved(event)),
  share: async (event) =>
    actOnTraining(await readForm(event.request, shareCostInput), (value) => shareCost(event.locals.ctx, value), saved(event)),
}
