import { fail, redirect } from '@sveltejs/kit'
import { changePassword, changePasswordInput, listDevices, signOutEverywhere } from '@dacsan/modules/identity'
import { rolesOf } from '@dacsan/modules/identity/rules'
import { roleNames, sayRefusal } from '@dacsan/modules/identity/words'
import { readForm } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => ({
  devices: await listDevices(locals.ctx, locals.session.sessionId),
  twoFactorEnabled: locals.session.twoFactorEnabled,
  roles: rolesOf(locals.actor).map((role) => roleNames[role]),
  email: locals.actor.kind === 'person' ? locals.actor.email : '',
  changed: url.searchParams.has('da-doi'),
})

export const actions: Actions = {
  password: async ({ request, locals }) => {
    const form = await readForm(request, changePasswordInput)
    if (!form.ok) {
      const words: Record<string, string> = { current: 'Nhập mật khẩu đang dùng.', next: 'Nhập mật khẩu mới.' }
      return fail(422, {
        errors: Object.fromEntries(Object.keys(form.answer.data.errors).map((name) => [name, words[name] ?? 'Xem lại.'])),
      })
    }
    const outcome = await changePassword(locals.ctx, locals.session.sessionId, form.value)
    if (!outcome.ok) {
      const field = outcome.refusal.code === 'password-wrong' || outcome.refusal.code === 'too-many-attempts' ? 'current' : 'next'
      return fail(422, { errors: { [field]: sayRefusal(outcome.refusal) } as Record<string, string> })
    }
    redirect(303, '/van-phong/tai-khoan?da-doi')
  },
  everywhere: async ({ locals }) => {
    await signOutEverywhere(locals.ctx)
    redirect(303, '/dang-nhap')
  },
}
