import { fail, redirect } from '@sveltejs/kit'
import { findPreScore, savePreScore, savePreScoreInput } from '@dacsan/modules/appraisal'
import type { LineChange, PreScoreRefusal } from '@dacsan/modules/appraisal/rules'
import { sayCriterion, sayRefusal, sheetFormWords } from '@dacsan/modules/appraisal/words'
import { readId } from '@dacsan/platform/ids'
import { readFormData } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => findPreScore(ctx, readId('dos', params.dossier))

type Values = Record<string, string>

/** `choice:1.1` is a place in the official list or `none`; `comment:1.1` goes with it. What is not sent stays as it is. */
function readLines(values: Values): LineChange[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (!name.startsWith('choice:')) return []
    const criterion = name.slice('choice:'.length)
    return [{ criterion, choice: value === 'none' ? value : Number(value), comment: values[`comment:${criterion}`] ?? '' }]
  })
}

const errorsOf = (refusal: PreScoreRefusal): Values =>
  refusal.code === 'comment-missing'
    ? Object.fromEntries(refusal.criteria.map((criterion) => [`choice:${criterion}`, sayCriterion(refusal.code, criterion)]))
    : { form: sayRefusal(refusal) }

export const actions: Actions = {
  save: async ({ request, locals: { ctx }, params }) => {
    const form = await readFormData(request)
    const values = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))) as Values
    const input = savePreScoreInput.safeParse({ dossierId: params.dossier, lines: readLines(values) })
    if (!input.success) return fail(422, { values, errors: { form: sheetFormWords.unreadable } as Values })
    const outcome = await savePreScore(ctx, input.data)
    if (!outcome.ok) return fail(422, { values, errors: errorsOf(outcome.refusal) })
    redirect(303, paths.savedPreScore(params.dossier))
  },
}
