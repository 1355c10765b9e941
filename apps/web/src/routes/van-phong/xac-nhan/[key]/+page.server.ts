import { fail, redirect } from '@sveltejs/kit'
import { confirmSession, passwordAgainInput } from '@dacsan/modules/identity'
import { sayRefusal } from '@dacsan/modules/identity/words'
import { readForm } from '#lib/forms.ts'
import { nothingKept, paths } from '#lib/paths.ts'
import type { Actions } from './$types'

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await readForm(request, passwordAgainInput)
    if (!form.ok) return fail(422, { errors: form.answer.data.errors })
    const outcome = await confirmSession(locals.ctx, locals.session, form.value.password)
    if (!outcome.ok) return fail(422, { errors: { password: sayRefusal(outcome.refusal) } as Record<string, string> })
    redirect(303, params.key === nothingKept ? paths.office : paths.keptForm(params.key))
  },
}
