import { redirect } from '@sveltejs/kit'
import { addOrganisation, addOrganisationInput, listCommunes } from '@dacsan/modules/identity'
import { newOrganisationKinds } from '@dacsan/modules/identity/rules'
import { organisationKindNames, sayRefusal } from '@dacsan/modules/identity/words'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals }) => ({
  kinds: newOrganisationKinds.map((kind) => ({ value: kind, label: organisationKindNames[kind] })),
  communes: (await listCommunes(locals.ctx)).map(({ code, name }) => ({ value: code, label: name })),
})

const fieldOf: Record<string, string> = { 'code-taken': 'code', 'unknown-parent': 'parentCode' }

export const actions: Actions = {
  default: async ({ request, locals }) => {
    const form = await readForm(request, addOrganisationInput)
    if (!form.ok) return form.answer
    const made = await addOrganisation(locals.ctx, form.value)
    if (!made.ok) return correct(form.values, { [fieldOf[made.refusal.code] ?? 'communeCode']: sayRefusal(made.refusal) })
    redirect(303, paths.organisation(made.value.organisationId))
  },
}
