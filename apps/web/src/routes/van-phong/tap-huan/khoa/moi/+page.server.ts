import { createCourse, createCourseInput } from '@dacsan/modules/support'
import { newId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedTraining } from '#lib/training/answers.ts'
import type { Actions, PageServerLoad } from './$types'

/** From the page of needs it begins with the need that it is made of. */
export const load: PageServerLoad = ({ url: { searchParams } }) => {
  const given = (name: string) => (searchParams.get(name) ?? '').slice(0, 1000)
  return { requestKey: newId('key'), first: { name: given('ten').slice(0, 160), need: given('nhu_cau'), criteria: given('tieu_chi') } }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, createCourseInput)
    if (!form.ok) return form.answer
    const created = await createCourse(ctx, form.value)
    if (!created.ok) return refusedTraining(created.refusal, form.values)
    redirect(303, paths.courseOffice(created.value.courseId, { saved: true }))
  },
}
