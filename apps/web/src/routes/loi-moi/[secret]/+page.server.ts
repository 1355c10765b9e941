import { formatMoment } from '@dacsan/vietnam'
import { fail, redirect } from '@sveltejs/kit'
import { acceptInvitation, acceptInvitationInput, findInvitation } from '@dacsan/modules/identity'
import { invitationPage, sayRefusal } from '@dacsan/modules/identity/words'
import { currentRuntime } from '@dacsan/modules/runtime'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { signInRequestOf } from '#lib/sign-in-request.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // The address is the key, and goes to nobody else. With no-referrer a browser would send the form from the origin `null`, which is refused.
  setHeaders({ 'referrer-policy': 'same-origin' })
  const found = await findInvitation({ db: currentRuntime().db, now: locals.ctx.now }, params.secret)
  const { name, login, kind, madeByName, madeAt, until, closed } = found
  return {
    name,
    login,
    closed: closed && sayRefusal(closed),
    from: invitationPage.from[kind](madeByName, formatMoment(madeAt)),
    until: formatMoment(until),
  }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event.request, acceptInvitationInput)
    if (!form.ok) return fail(422, { errors: form.answer.data.errors })
    const outcome = await acceptInvitation(signInRequestOf(event), event.params.secret, form.value)
    if (!outcome.ok) return fail(422, { errors: { password: sayRefusal(outcome.refusal) } as Record<string, string> })
    if (outcome.value === null) redirect(303, paths.signIn())
    event.locals.setCookies.push(...outcome.value.cookies)
    redirect(303, outcome.value.secondFactor ? paths.signInCode(paths.office) : paths.office)
  },
}
