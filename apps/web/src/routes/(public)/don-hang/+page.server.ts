import { fail, redirect } from '@sveltejs/kit'
import { province } from '@dacsan/modules/province'
import { lookUpOrder, orderLookUpInput } from '@dacsan/modules/shop'
import { sayField, sayRefusal, spokenIn } from '@dacsan/modules/shop/words'
import { readForm, sayFaults } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = () => ({ orderPrefix: province().orderPrefix })

export const actions: Actions = {
  default: async ({ request, locals, getClientAddress }) => {
    const form = await readForm(request, orderLookUpInput)
    if (!form.ok) return sayFaults(form.answer, (said) => sayField(locals.lang, said))
    const outcome = await lookUpOrder(locals.ctx, form.value, getClientAddress())
    if (outcome.ok) redirect(303, localHref(locals.lang, paths.order(outcome.value.code, outcome.value.secret)))
    const errors: Record<string, string> = { form: sayRefusal(outcome.refusal, spokenIn(locals.lang)) }
    return fail(outcome.refusal.code === 'too-many-attempts' ? 429 : 422, { values: form.values, errors })
  },
}
