import { formatMoment } from '@dacsan/vietnam'
import { fail, redirect } from '@sveltejs/kit'
import {
  changePassword,
  changePasswordInput,
  listDevices,
  listOwnLinks,
  listOwnNotices,
  markNoticesSeen,
  requirePerson,
  signOutEverywhere,
} from '@dacsan/modules/identity'
import { rolesOf } from '@dacsan/modules/identity/rules'
import type { ConfirmRefusal, PasswordRefusal } from '@dacsan/modules/identity/rules'
import { roleNames, sayRefusal } from '@dacsan/modules/identity/words'
import { currentRuntime } from '@dacsan/modules/runtime'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { sayNotice } from '#lib/say-invitation.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const { email, phone = null } = requirePerson(locals.actor)
  const { provider } = currentRuntime()
  const links = await listOwnLinks(locals.ctx, provider)
  const [link] = provider ? links.filter(({ current }) => current) : links
  return {
    provider: provider || link ? { name: provider?.name ?? null, since: link ? formatMoment(link.since) : null } : null,
    devices: await listDevices(locals.ctx, locals.session.sessionId),
    twoFactorEnabled: locals.session.twoFactorEnabled,
    roles: rolesOf(locals.actor).map((role) => roleNames[role]),
    email,
    phone,
    history: (await listOwnNotices(locals.ctx)).map(sayNotice),
    changed: url.searchParams.has('da-doi'),
  }
}

/** A refusal of the current password is said beside it, one of the new password beside that. */
const fieldOf: Record<(ConfirmRefusal | PasswordRefusal)['code'], 'current' | 'next'> = {
  'password-wrong': 'current',
  'too-many-attempts': 'current',
  'password-short': 'next',
  'password-long': 'next',
  'password-common': 'next',
}

export const actions: Actions = {
  'change-password': async ({ request, locals }) => {
    const form = await readForm(request, changePasswordInput)
    if (!form.ok) return fail(422, { errors: form.answer.data.errors })
    const { userId } = requirePerson(locals.actor)
    const outcome = await changePassword(locals.ctx, { userId, sessionId: locals.session.sessionId }, form.value)
    if (!outcome.ok) {
      const errors: Record<string, string> = { [fieldOf[outcome.refusal.code]]: sayRefusal(outcome.refusal) }
      return fail(422, { errors })
    }
    redirect(303, paths.ownAccountChanged)
  },
  'notices-seen': async ({ locals }) => {
    await markNoticesSeen(locals.ctx)
    redirect(303, paths.ownAccount)
  },
  'sign-out-everywhere': async ({ locals }) => {
    await signOutEverywhere(locals.ctx, requirePerson(locals.actor).userId)
    redirect(303, paths.signIn())
  },
}
