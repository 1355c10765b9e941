import { endMembership, listOwnPeople, openAccount, openAccountInput, renewAccess } from '@dacsan/modules/identity'
import { fieldErrors, ownPeoplePage, roleNames, sayRefusal } from '@dacsan/modules/identity/words'
import { idInput } from '@dacsan/platform/ids'
import { z } from 'zod'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { correct, readForm } from '#lib/forms.ts'
import { sayInvitation } from '#lib/say-invitation.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  roleNames,
  organisations: (await listOwnPeople(locals.ctx)).map((organisation) => ({
    ...organisation,
    roles: organisation.roles.map((role) => ({ value: role, label: roleNames[role] })),
    people: organisation.people.map(({ may, ...person }) => {
      const renew = may['renew-access']
      return {
        ...person,
        mayRenew: renew === true,
        renewClosed: renew !== true && renew.code === 'works-elsewhere' ? ownPeoplePage.worksElsewhere : null,
      }
    }),
  })),
})

const fieldOf: Record<string, string> = { 'email-taken': 'email' }

export const actions: Actions = {
  invite: async ({ request, locals, url }) => {
    const form = await readForm(request, openAccountInput)
    if (!form.ok) return form.answer
    const outcome = await openAccount(locals.ctx, form.value)
    if (!outcome.ok) return correct(form.values, { [fieldOf[outcome.refusal.code] ?? 'role']: sayRefusal(outcome.refusal) })
    return { invited: sayInvitation(outcome.value.invitation, url.origin) }
  },
  'end-role': confirmFirst('membership.ended', async ({ request, locals }: RequestEvent) => {
    const form = await readForm(request, z.object({ membershipId: idInput('mem', fieldErrors.pageTooOld) }))
    if (!form.ok) return form.answer
    const outcome = await endMembership(locals.ctx, form.value.membershipId)
    return outcome.ok ? { ended: true } : correct(form.values, { form: sayRefusal(outcome.refusal) })
  }),
  'renew-access': async ({ request, locals, url }) => {
    const form = await readForm(request, z.object({ userId: idInput('usr', fieldErrors.pageTooOld) }))
    if (!form.ok) return form.answer
    return { invited: sayInvitation(await renewAccess(locals.ctx, form.value.userId), url.origin) }
  },
}
