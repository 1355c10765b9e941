import { idInput, readId } from '@dacsan/platform/ids'
import { fail, redirect } from '@sveltejs/kit'
import {
  askFactorRemoval,
  confirmFactorRemoval,
  endMembership,
  findAccount,
  giveRole,
  giveRoleInput,
  listOrganisations,
  renewAccess,
} from '@dacsan/modules/identity'
import type { Account } from '@dacsan/modules/identity'
import { roles } from '@dacsan/modules/identity/rules'
import type { FactorRemovalRefusal } from '@dacsan/modules/identity/rules'
import { fieldErrors, organisationKindNames, roleNames, sayRefusal } from '@dacsan/modules/identity/words'
import { z } from 'zod'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { sayInvitation } from '#lib/say-invitation.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const account = await findAccount(locals.ctx, readId('usr', params.id))
  const organisations = await listOrganisations(locals.ctx)
  return {
    account,
    roleNames,
    roleClosed: sayWhyNot(account.may['give-role']),
    organisations: organisations.map(({ id, name, kind }) => ({
      value: id,
      label: name,
      group: organisationKindNames[kind],
    })),
    roles: roles.map((role) => ({ value: role, label: roleNames[role] })),
  }
}

/** Why no role can be given here; null where one can. */
function sayWhyNot(may: Account['may']['give-role']): string | null {
  return may === true || may.code === 'not-permitted' ? null : sayRefusal(may)
}

const refused = (refusal: FactorRemovalRefusal) =>
  fail(422, { values: {} as Record<string, string>, errors: { form: sayRefusal(refusal) } as Record<string, string> })

export const actions: Actions = {
  'renew-access': async ({ locals, params, url }) => ({
    renewed: sayInvitation(await renewAccess(locals.ctx, readId('usr', params.id)), url.origin),
  }),
  'ask-factor-removal': async ({ locals, params }) => {
    const outcome = await askFactorRemoval(locals.ctx, readId('usr', params.id))
    if (!outcome.ok) return refused(outcome.refusal)
    redirect(303, paths.account(params.id))
  },
  'remove-second-factor': async ({ locals, params }) => {
    const outcome = await confirmFactorRemoval(locals.ctx, readId('usr', params.id))
    if (!outcome.ok) return refused(outcome.refusal)
    redirect(303, paths.account(params.id))
  },
  'give-role': async ({ request, locals, params }) => {
    const form = await readForm(request, giveRoleInput)
    if (!form.ok) return form.answer
    const outcome = await giveRole(locals.ctx, readId('usr', params.id), form.value)
    if (!outcome.ok) return fail(422, { values: form.values, errors: { role: sayRefusal(outcome.refusal) } as Record<string, string> })
    redirect(303, paths.account(params.id))
  },
  'end-role': confirmFirst('membership.ended', async ({ request, locals, params }: RequestEvent) => {
    const form = await readForm(request, z.object({ membershipId: idInput('mem', fieldErrors.pageTooOld) }))
    if (!form.ok) return form.answer
    const outcome = await endMembership(locals.ctx, form.value.membershipId)
    if (!outcome.ok) return fail(422, { values: form.values, errors: { form: sayRefusal(outcome.refusal) } as Record<string, string> })
    redirect(303, paths.account(params.id))
  }),
}
