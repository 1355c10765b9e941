import { fail, redirect } from '@sveltejs/kit'
import { supersedeRule, supersedeRuleInput, topicOnFile } from '@dacsan/modules/law'
import { sayRefusal, supersessionFieldWords, supersessionRefusalFields } from '@dacsan/modules/law/words'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, params }) => topicOnFile(locals.ctx, params.topic)

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const { topic } = await topicOnFile(locals.ctx, params.topic)
    const form = await readForm(request, supersedeRuleInput.omit({ topic: true }))
    if (!form.ok) {
      const { values, errors } = form.answer.data
      const said = Object.keys(errors).map((name) => [name, supersessionFieldWords[name] ?? errors[name]!])
      return fail(422, { values, errors: Object.fromEntries(said) as Record<string, string> })
    }
    const outcome = await supersedeRule(locals.ctx, { ...form.value, topic })
    if (!outcome.ok) {
      const field = supersessionRefusalFields[outcome.refusal.code]
      return fail(422, { values: form.values, errors: { [field]: sayRefusal(outcome.refusal) } as Record<string, string> })
    }
    redirect(303, paths.legalRule(topic))
  },
}
