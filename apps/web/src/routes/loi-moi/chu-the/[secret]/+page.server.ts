import { formatMoment } from '@dacsan/vietnam'
import { fail, redirect } from '@sveltejs/kit'
import { findSlip, useSlip, useSlipInput } from '@dacsan/modules/joining'
import { sayRefusal, slipPage } from '@dacsan/modules/joining/words'
import { currentRuntime } from '@dacsan/modules/runtime'
import { readForm } from '#lib/forms.ts'
import { refusedRequest, waitAndTryAgain } from '#lib/joining/request-form.ts'
import { paths } from '#lib/paths.ts'
import { signInRequestOf } from '#lib/sign-in-request.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // As with an invitation: the address is the key, and goes to nobody else.
  setHeaders({ 'referrer-policy': 'same-origin' })
  const found = await findSlip({ db: currentRuntime().db, now: locals.ctx.now }, params.secret)
  const { representative, name, madeByName, madeAt, until, closed } = found
  return {
    hello: slipPage.hello(representative, name),
    about: slipPage.about(madeByName, formatMoment(madeAt)),
    until: slipPage.until(formatMoment(until)),
    closed: closed && sayRefusal(closed),
  }
}

export const actions: Actions = {
  default: async (event) => {
    const form = await readForm(event.request, useSlipInput)
    // What is secret is not sent back.
    const { password: _, ...values } = form.ok ? form.values : form.answer.data.values
    if (!form.ok) return refusedForm(form.answer.data.errors, values)
    const used = await useSlip(signInRequestOf(event), event.params.secret, form.value)
    if (!used.ok) {
      return used.refusal.code === 'too-many-requests'
        ? waitAndTryAgain(used.refusal.minutes, values)
        : refusedRequest(used.refusal, values)
    }
    if (used.value === null) redirect(303, paths.signIn())
    event.locals.setCookies.push(...used.value.cookies)
    redirect(303, used.value.secondFactor ? paths.signInCode(paths.office) : paths.office)
  },
}

const refusedForm = (errors: Record<string, string>, values: Record<string, string>) => fail(422, { values, errors })
