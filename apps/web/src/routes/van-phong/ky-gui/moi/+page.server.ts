import { redirect } from '@sveltejs/kit'
import { pointsToConsign, proposeConsignment, proposeInput } from '@dacsan/modules/promotion'
import { newId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedConsignment } from '#lib/points/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
  points: await pointsToConsign(ctx),
  requestKey: newId('key'),
  today: dateInVietnam(ctx.now),
})

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, proposeInput)
    if (!form.ok) return form.answer
    const proposed = await proposeConsignment(ctx, form.value)
    if (!proposed.ok) return refusedConsignment(proposed.refusal, form.values)
    redirect(303, paths.consignmentSaved(proposed.value.consignmentId))
  },
}
