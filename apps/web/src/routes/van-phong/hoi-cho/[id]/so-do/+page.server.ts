import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { drawFairPlan, fairInput, findFair, placeApplication, placeInput, planInput, printPlan } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { refusedFair } from '#lib/fairs/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { fair, stands, plan, planText, planChanges, applications, may } = await findFair(ctx, readId('fai', params.id))
  return {
    fair: { id: fair.id, name: fair.name, printedAt: fair.planPrintedAt && formatMoment(fair.planPrintedAt) },
    stands,
    plan,
    planText,
    changes: planChanges.map((change) => ({ ...change, at: formatMoment(change.at) })),
    holders: applications.filter(({ isHeld }) => isHeld).map(({ id, producerName, standNumber }) => ({ id, producerName, standNumber })),
    may: {
      draw: may['draw-plan'] === true,
      print: may['print-plan'] === true && fair.planPrintedAt === null && stands.length > 0,
      place: may.place === true,
    },
  }
}

export const actions: Actions = {
  draw: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, planInput)
    if (!form.ok) return form.answer
    const drawn = await drawFairPlan(ctx, form.value)
    if (!drawn.ok) return refusedFair(drawn.refusal, form.values)
    redirect(303, paths.fairPlan(params.id))
  },
  print: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, fairInput)
    if (!form.ok) return form.answer
    const printed = await printPlan(ctx, form.value)
    if (!printed.ok) return refusedFair(printed.refusal, form.values)
    redirect(303, paths.fairPlan(params.id))
  },
  place: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, placeInput)
    if (!form.ok) return form.answer
    const placed = await placeApplication(ctx, form.value)
    if (!placed.ok) return refusedFair(placed.refusal, form.values)
    redirect(303, paths.fairPlan(params.id))
  },
}
