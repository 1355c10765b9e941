import { fail, redirect } from '@sveltejs/kit'
import { demoPassword, signIn, signInInput } from '@dacsan/modules/identity'
import { demoAccounts, ownPath } from '@dacsan/modules/identity/rules'
import { roleNames, sayRefusal } from '@dacsan/modules/identity/words'
import { currentRuntime } from '@dacsan/modules/runtime'
import { doorOf } from '#lib/door.ts'
import { readForm } from '#lib/forms.ts'
import { z } from 'zod'
import type { Actions, PageServerLoad } from './$types'

const desk = '/van-phong'

/** Typed e-mail and password, or the button of a demo account. */
const signInForm = z.preprocess(
  (raw: Record<string, unknown>) => ('demo' in raw ? { email: raw['demo'], password: demoPassword } : raw),
  signInInput,
)

export const load: PageServerLoad = ({ locals, url }) => {
  const next = ownPath(url.searchParams.get('next'), desk)
  if (locals.actor.kind === 'person') redirect(303, next)
  const demo = currentRuntime().auth.demo
    ? demoAccounts.map(({ email, role }) => ({ email, role: roleNames[role] + (/\d(?=@)/.exec(email)?.[0].padStart(2) ?? '') }))
    : []
  return { next, demo, demoPassword: demo.length > 0 ? demoPassword : null }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event.request, signInForm)
    const email = form.ok ? form.value.email : String(form.answer.data.values.email ?? '')
    if (!form.ok) {
      const errors = {
        ...(form.answer.data.errors.email && { email: 'Nhập thư điện tử của bạn.' }),
        ...(form.answer.data.errors.password && { password: 'Nhập mật khẩu.' }),
      }
      return fail(422, { values: { email }, errors })
    }
    const outcome = await signIn(doorOf(event), form.value)
    if (!outcome.ok) {
      const said = sayRefusal(outcome.refusal)
      const errors: Record<string, string> = outcome.refusal.code === 'too-many-attempts' ? { form: said } : { password: said }
      return fail(outcome.refusal.code === 'too-many-attempts' ? 429 : 422, { values: { email }, errors })
    }
    event.locals.setCookies.push(...outcome.value.cookies)
    const next = ownPath(event.url.searchParams.get('next'), desk)
    redirect(303, outcome.value.secondFactor ? `/dang-nhap/ma?next=${encodeURIComponent(next)}` : next)
  },
}
