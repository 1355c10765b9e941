import { fail, redirect } from '@sveltejs/kit'
import { demoPassword, signIn, signInInput } from '@dacsan/modules/identity'
import { demoAccounts, ownPath } from '@dacsan/modules/identity/rules'
import type { SignInRefusal } from '@dacsan/modules/identity/rules'
import { roleNames, sayRefusal } from '@dacsan/modules/identity/words'
import { currentRuntime } from '@dacsan/modules/runtime'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { sayRefusalIn } from '#lib/provider-refusal.ts'
import { signInRequestOf } from '#lib/sign-in-request.ts'
import { z } from 'zod'
import type { Actions, PageServerLoad } from './$types'

/** Typed e-mail and password, or the button of a demo account. */
const signInForm = z.preprocess(
  (raw: Record<string, unknown>) => ('demo' in raw ? { email: raw['demo'], password: demoPassword } : raw),
  signInInput,
)

/** Where a refusal is said, and with which status. */
const answers: Record<SignInRefusal['code'], { status: number; field: string }> = {
  'too-many-attempts': { status: 429, field: 'form' },
  'wrong-email-or-password': { status: 422, field: 'password' },
  'demo-password': { status: 422, field: 'password' },
}

export const load: PageServerLoad = ({ locals, url }) => {
  const next = ownPath(url.searchParams.get('next'), paths.office)
  if (locals.actor.kind === 'person') redirect(303, next)
  const demo = currentRuntime().auth.demo
    ? demoAccounts.map(({ email, role }) => ({ email, role: roleNames[role] + (/\d(?=@)/.exec(email)?.[0].padStart(2) ?? '') }))
    : []
  const { provider } = currentRuntime()
  return {
    next,
    provider: provider?.name ?? null,
    refused: sayRefusalIn(url.searchParams, provider?.name),
    demo,
    demoPassword: demo.length > 0 ? demoPassword : null,
  }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event.request, signInForm)
    // What was typed comes back, but for the password.
    if (!form.ok) return fail(422, { values: { email: form.answer.data.values.email ?? '' }, errors: form.answer.data.errors })
    const outcome = await signIn(signInRequestOf(event), form.value)
    if (!outcome.ok) {
      const { status, field } = answers[outcome.refusal.code]
      const errors: Record<string, string> = { [field]: sayRefusal(outcome.refusal) }
      return fail(status, { values: { email: form.value.email }, errors })
    }
    event.locals.setCookies.push(...outcome.value.cookies)
    const next = ownPath(event.url.searchParams.get('next'), paths.office)
    redirect(303, outcome.value.secondFactor ? paths.signInCode(next) : next)
  },
}
