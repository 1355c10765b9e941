import { fail, redirect } from '@sveltejs/kit'
import { endMembership, findAccount, giveRole, giveRoleInput, listOrganisations, renewAccess } from '@dacsan/modules/identity'
import { roles } from '@dacsan/modules/identity/rules'
import { organisationKindNames, roleNames, sayRefusal } from '@dacsan/modules/identity/words'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { readForm } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const account = await findAccount(locals.ctx, params.id)
  const organisations = await listOrganisations(locals.ctx)
  return {
    account,
    today: dateInVietnam(locals.ctx.now),
    roleNames,
    organisations: organisations.map(({ id, name, kind }) => ({
      value: id,
      label: name,
      group: organisationKindNames[kind as keyof typeof organisationKindNames],
    })),
    roles: roles.map((role) => ({ value: role, label: roleNames[role] })),
  }
}

const said: Record<string, string> = { organisationId: 'Chọn tổ chức.', role: 'Chọn vai trò.' }

export const actions: Actions = {
  renew: async ({ locals, params }) => ({ renewed: (await renewAccess(locals.ctx, params.id)).password }),
  give: async ({ request, locals, params }) => {
    const form = await readForm(request, giveRoleInput)
    if (!form.ok) {
      const errors = Object.fromEntries(Object.keys(form.answer.data.errors).map((name) => [name, said[name] ?? 'Xem lại.']))
      return fail(422, { values: form.answer.data.values, errors })
    }
    const outcome = await giveRole(locals.ctx, params.id, form.value)
    if (!outcome.ok) return fail(422, { values: form.values, errors: { role: sayRefusal(outcome.refusal) } as Record<string, string> })
    redirect(303, `/van-phong/quan-tri/tai-khoan/${params.id}`)
  },
  end: async ({ request, locals, params }) => {
    const form = await readForm(request, z.object({ membershipId: z.string() }))
    if (!form.ok) return form.answer
    const outcome = await endMembership(locals.ctx, form.value.membershipId)
    if (!outcome.ok) return fail(422, { values: form.values, errors: { form: sayRefusal(outcome.refusal) } as Record<string, string> })
    redirect(303, `/van-phong/quan-tri/tai-khoan/${params.id}`)
  },
}
