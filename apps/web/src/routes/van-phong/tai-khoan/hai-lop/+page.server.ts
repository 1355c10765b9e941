import { fail, redirect } from '@sveltejs/kit'
import { qrSvg } from '@dacsan/gs1/qr'
import { beginSecondFactor, confirmSecondFactor, dropSecondFactor, requirePerson, secondFactorInput } from '@dacsan/modules/identity'
import { sayRefusal } from '@dacsan/modules/identity/words'
import { currentRuntime } from '@dacsan/modules/runtime'
import { z } from 'zod'
import { readForm } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  requirePerson(locals.actor)
  return { enabled: locals.session.twoFactorEnabled }
}

const again = z.object({ password: z.string().min(1) })
const askPassword = 'Nhập mật khẩu đang dùng.'

export const actions: Actions = {
  begin: async ({ request, locals }) => {
    const form = await readForm(request, again)
    if (!form.ok) return fail(422, { step: 'begin' as const, errors: { password: askPassword } as Record<string, string> })
    const outcome = await beginSecondFactor(locals.ctx, currentRuntime().auth, request.headers, form.value.password)
    if (!outcome.ok)
      return fail(422, { step: 'begin' as const, errors: { password: sayRefusal(outcome.refusal) } as Record<string, string> })
    const { uri, secret, backupCodes, cookies } = outcome.value
    locals.setCookies.push(...cookies)
    const qr = `data:image/svg+xml,${encodeURIComponent(qrSvg(uri))}`
    return { step: 'confirm' as const, qr, secret, backupCodes, errors: {} as Record<string, string> }
  },
  confirm: async ({ request, locals }) => {
    const form = await readForm(request, secondFactorInput)
    const outcome = form.ok
      ? await confirmSecondFactor(locals.ctx, currentRuntime().auth, request.headers, form.value.code)
      : ({ ok: false, refusal: { code: 'wrong-code' } } as const)
    if (!outcome.ok) return fail(422, { step: 'again' as const, errors: { code: sayRefusal(outcome.refusal) } as Record<string, string> })
    locals.setCookies.push(...outcome.value.cookies)
    redirect(303, '/van-phong/tai-khoan')
  },
  drop: async ({ request, locals }) => {
    const form = await readForm(request, again)
    if (!form.ok) return fail(422, { step: 'drop' as const, errors: { password: askPassword } as Record<string, string> })
    const outcome = await dropSecondFactor(locals.ctx, currentRuntime().auth, request.headers, form.value.password)
    if (!outcome.ok)
      return fail(422, { step: 'drop' as const, errors: { password: sayRefusal(outcome.refusal) } as Record<string, string> })
    locals.setCookies.push(...outcome.value.cookies)
    redirect(303, '/van-phong/tai-khoan')
  },
}
