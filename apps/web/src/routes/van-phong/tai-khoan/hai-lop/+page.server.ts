import { fail, redirect } from '@sveltejs/kit'
import { qrSvg } from '@dacsan/gs1/qr'
import {
  beginSecondFactor,
  disableSecondFactor,
  disableSecondFactorInput,
  enableSecondFactor,
  passwordAgainInput,
  requirePerson,
  secondFactorInput,
} from '@dacsan/modules/identity'
import type { OwnSession } from '@dacsan/modules/identity'
import { sayRefusal } from '@dacsan/modules/identity/words'
import { currentRuntime } from '@dacsan/modules/runtime'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  requirePerson(locals.actor)
  return { enabled: locals.session.twoFactorEnabled }
}

const ownSession = ({ locals, request }: RequestEvent): OwnSession => ({
  userId: requirePerson(locals.actor).userId,
  auth: currentRuntime().auth,
  headers: request.headers,
})

export const actions: Actions = {
  begin: async (event) => {
    const form = await readForm(event.request, passwordAgainInput)
    if (!form.ok) return fail(422, { step: 'begin' as const, errors: form.answer.data.errors })
    const outcome = await beginSecondFactor(event.locals.ctx, ownSession(event), form.value.password)
    if (!outcome.ok)
      return fail(422, { step: 'begin' as const, errors: { password: sayRefusal(outcome.refusal) } as Record<string, string> })
    const { uri, secret, backupCodes, cookies } = outcome.value
    event.locals.setCookies.push(...cookies)
    const qr = `data:image/svg+xml,${encodeURIComponent(qrSvg(uri))}`
    return { step: 'confirm' as const, qr, secret, backupCodes, errors: {} as Record<string, string> }
  },
  enable: async (event) => {
    const form = await readForm(event.request, secondFactorInput)
    const outcome = form.ok
      ? await enableSecondFactor(event.locals.ctx, ownSession(event), form.value.code)
      : ({ ok: false, refusal: { code: 'wrong-code' } } as const)
    if (!outcome.ok) return fail(422, { step: 'again' as const, errors: { code: sayRefusal(outcome.refusal) } as Record<string, string> })
    event.locals.setCookies.push(...outcome.value.cookies)
    redirect(303, paths.ownAccount)
  },
  disable: async (event) => {
    const form = await readForm(event.request, disableSecondFactorInput)
    if (!form.ok) return fail(422, { step: 'disable' as const, errors: form.answer.data.errors })
    const outcome = await disableSecondFactor(event.locals.ctx, ownSession(event), form.value)
    if (!outcome.ok) {
      const { code } = outcome.refusal
      const field = code === 'wrong-code' || code === 'code-used' ? 'code' : 'password'
      return fail(422, { step: 'disable' as const, errors: { [field]: sayRefusal(outcome.refusal) } as Record<string, string> })
    }
    event.locals.setCookies.push(...outcome.value.cookies)
    redirect(303, paths.ownAccount)
  },
}
