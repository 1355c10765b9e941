import { redirect } from '@sveltejs/kit'
import { findSample, scoreRepeat, scoreRepeatInput } from '@dacsan/modules/appraisal'
import { samplePage, sayRefusal } from '@dacsan/modules/appraisal/words'
import { readId } from '@dacsan/platform/ids'
import { correct, readFormData } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) =>
  findSample(ctx, { sessionId: readId('ses', params.session), sampleId: readId('rps', params.sample) })

const field = 'choice:'

export const actions: Actions = {
  default: async ({ request, locals: { ctx }, params }) => {
    const typed = [...(await readFormData(request))]
      .filter(([name]) => name.startsWith(field))
      .map(([name, value]) => [name, String(value)])
    const values: Record<string, string> = Object.fromEntries(typed)
    const input = scoreRepeatInput.safeParse({
      sessionId: readId('ses', params.session),
      sampleId: readId('rps', params.sample),
      marks: Object.entries(values).map(([name, value]) => ({ criterion: name.slice(field.length), choice: Number(value) })),
    })
    if (!input.success) return correct(values, { form: samplePage.unreadable })
    const scored = await scoreRepeat(ctx, input.data)
    if (scored.ok) redirect(303, paths.session(params.session))
    const { refusal } = scored
    if (refusal.code !== 'criteria-missing') return correct(values, { form: sayRefusal(refusal) })
    return correct(
      values,
      Object.fromEntries(refusal.criteria.map((criterion) => [`${field}${criterion}`, samplePage.chooseOne(criterion)])),
    )
  },
}
