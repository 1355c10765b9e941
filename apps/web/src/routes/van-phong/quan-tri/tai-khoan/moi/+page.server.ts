import { fail } from '@sveltejs/kit'
import { listOrganisations, openAccount, openAccountInput } from '@dacsan/modules/identity'
import { roles } from '@dacsan/modules/identity/rules'
import { organisationKindNames, roleNames, sayRefusal } from '@dacsan/modules/identity/words'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { sayInvitation } from '#lib/say-invitation.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, url }) => {
  const all = await listOrganisations(locals.ctx)
  const chosen = all.find(({ id }) => id === url.searchParams.get('to-chuc'))
  return {
    chosen: chosen?.id ?? null,
    organisations: all.map(({ id, name, kind, roles: own }) => ({
      value: id,
      label: name,
      group: organisationKindNames[kind],
      roles: own,
    })),
    roles: roles.map((role) => ({ value: role, label: roleNames[role] })),
  }
}

const fieldOf: Record<string, string> = {
  'email-taken': 'email',
  'unknown-organisation': 'organisationId',
  'organisation-merged': 'organisationId',
  'already-member': 'role',
  'role-unfit': 'role',
}

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    const form = await readForm(request, openAccountInput)
    if (!form.ok) {
      return form.answer
    }
    const outcome = await openAccount(locals.ctx, form.value)
    if (!outcome.ok) {
      const errors: Record<string, string> = { [fieldOf[outcome.refusal.code] ?? 'form']: sayRefusal(outcome.refusal) }
      return fail(422, { values: form.values, errors })
    }
    const { userId, invitation } = outcome.value
    return { opened: { account: paths.account(userId), invitation: sayInvitation(invitation, url.origin) } }
  },
}
