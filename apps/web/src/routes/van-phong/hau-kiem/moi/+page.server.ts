import { redirect } from '@sveltejs/kit'
import { candidatesFor, orderInspection, orderInspectionInput } from '@dacsan/modules/inspection'
import { newId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { readForm } from '#lib/forms.ts'
import { refusedInspection } from '#lib/inspection/answers.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx } }) => ({
  products: await candidatesFor(ctx),
  requestKey: newId('key'),
  today: dateInVietnam(ctx.now),
})

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, orderInspectionInput)
    if (!form.ok) return form.answer
    const ordered = await orderInspection(ctx, form.value)
    if (!ordered.ok) return refusedInspection(ordered.refusal, form.values)
    redirect(303, paths.inspection(ordered.value.inspectionId))
  },
}
