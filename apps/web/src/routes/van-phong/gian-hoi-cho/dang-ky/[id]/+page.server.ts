import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { applicationForm, applyForStand, applyInput } from '@dacsan/modules/promotion'
import { newId, readId } from '@dacsan/platform/ids'
import { readApplication, refusedFair } from '#lib/fairs/answers.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { fair, ...form } = await applicationForm(ctx, readId('fai', params.id))
  if (form.applied) redirect(303, paths.fairApplication(form.applied))
  return {
    ...form,
    fair: {
      id: fair.id,
      name: fair.name,
      opensOn: fair.opensOn,
      closesOn: fair.closesOn,
      samples: fair.samples,
      applyBy: formatMoment(fair.applyBy),
    },
    requestKey: newId('key'),
  }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const { form, again } = await readApplication(request, applyInput)
    if (!form.ok) return again(form.answer)
    const applied = await applyForStand(ctx, form.value)
    if (!applied.ok) return again(refusedFair(applied.refusal, form.values))
    redirect(303, paths.fairApplicationSaved(applied.value.applicationId))
  },
}
