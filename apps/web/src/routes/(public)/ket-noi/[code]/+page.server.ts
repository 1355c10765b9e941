import { confirmByCode, confirmStepInput, followEnquiry } from '@dacsan/modules/promotion'
import { redirect } from '@sveltejs/kit'
import { correct, readForm } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { say } from '#lib/say.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, setHeaders }) => {
  // The code opens it: no cache and no address of it elsewhere. Without any referrer browsers name no origin either, and its form would be a stranger's.
  setHeaders({ 'cache-control': 'private, no-store', 'referrer-policy': 'same-origin' })
  return { followed: await followEnquiry(ctx, params.code) }
}

export const actions: Actions = {
  confirm: async ({ request, params, locals: { ctx, lang, m }, getClientAddress }) => {
    const form = await readForm(request, confirmStepInput)
    if (!form.ok) return correct(form.answer.data.values, { form: m.buyers.faults.form })
    const code = params.code.toUpperCase()
    const confirmed = await confirmByCode(ctx, code, form.value, getClientAddress())
    if (confirmed.ok) redirect(303, localHref(lang, paths.buyerCase(code)))
    const { refusal } = confirmed
    const said = refusal.code === 'too-many-requests' ? say(m.buyers.tooMany, { minutes: refusal.minutes }) : m.buyers.faults.form
    return correct(form.values, { form: said }, refusal.code)
  },
}
