import { classChoices, createClass, createClassInput } from '@dacsan/modules/support'
import { newId, readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedTraining } from '#lib/training/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { course, size } = await classChoices(ctx, readId('trc', params.id))
  return { course: { id: course.id, name: course.name }, size, requestKey: newId('key') }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, createClassInput)
    if (!form.ok) return form.answer
    const created = await createClass(ctx, form.value)
    if (!created.ok) return refusedTraining(created.refusal, form.values)
    redirect(303, paths.classOffice(created.value.classId, { saved: true }))
  },
}
