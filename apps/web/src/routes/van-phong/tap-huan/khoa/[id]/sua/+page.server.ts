import { changeCourse, changeCourseInput, findCourse } from '@dacsan/modules/support'
import { readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { actOnTraining } from '#lib/training/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { course, criteria } = await findCourse(ctx, readId('trc', params.id))
  const { id, name, about, content, hours } = course
  const lines = criteria.map(({ setCode, criterion }) => `${setCode}; ${criterion}`).join('\n')
  return { course: { id, name }, written: { name, about, content, hours: String(hours), criteria: lines } }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx }, params }) =>
    actOnTraining(
      await readForm(request, changeCourseInput),
      (value) => changeCourse(ctx, value),
      paths.courseOffice(params.id, { saved: true }),
    ),
}
