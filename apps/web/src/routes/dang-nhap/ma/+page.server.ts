import { fail, redirect } from '@sveltejs/kit'
import { secondFactorInput, verifySecondFactor } from '@dacsan/modules/identity'
import { ownPath } from '@dacsan/modules/identity/rules'
import { sayRefusal } from '@dacsan/modules/identity/words'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { signInRequestOf } from '#lib/sign-in-request.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ url }) => ({ next: ownPath(url.searchParams.get('next'), paths.office) })

export const actions: Actions = {
  default: async (event) => {
    const next = ownPath(event.url.searchParams.get('next'), paths.office)
    const form = await readForm(event.request, secondFactorInput)
    if (!form.ok) return fail(422, { errors: form.answer.data.errors })
    const outcome = await verifySecondFactor(signInRequestOf(event), form.value)
    if (!outcome.ok && outcome.refusal.code === 'sign-in-again') redirect(303, paths.signIn(next))
    if (!outcome.ok) return fail(422, { errors: { code: sayRefusal(outcome.refusal) } as Record<string, string> })
    event.locals.setCookies.push(...outcome.value.cookies)
    redirect(303, next)
  },
}
