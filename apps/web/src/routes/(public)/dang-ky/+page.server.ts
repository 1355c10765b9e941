import { fail, redirect } from '@sveltejs/kit'
import { findOwn, lookUpInput, lookUpRequest } from '@dacsan/modules/joining'
import { sayRefusal } from '@dacsan/modules/joining/words'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const query = (url.searchParams.get('q') ?? '').slice(0, 200).trim()
  return { query, found: await findOwn(ctx, query) }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx }, getClientAddress }) => {
    const form = await readForm(request, lookUpInput)
    if (!form.ok) return form.answer
    const outcome = await lookUpRequest(ctx, form.value, getClientAddress())
    if (outcome.ok) redirect(303, paths.joiningReceipt(outcome.value.code, outcome.value.secret))
    const errors: Record<string, string> = { form: sayRefusal(outcome.refusal) }
    return fail(outcome.refusal.code === 'too-many-requests' ? 429 : 422, { values: form.values, errors })
  },
}
