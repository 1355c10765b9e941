import { assignGln, assignGlnInput, glnList } from '@dacsan/modules/epcis-repository'
import { glnPage, sayGlnRefusal } from '@dacsan/modules/epcis-repository/words'
import { listOrganisations } from '@dacsan/modules/identity'
import { organisationKindNames } from '@dacsan/modules/identity/words'
import { correct, readForm } from '#lib/forms.ts'
import { showList } from '#lib/list/show-list.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  list: await showList(ctx, glnList, url),
  organisations: (await listOrganisations(ctx)).map(({ code, name, kind }) => ({
    value: code,
    label: name,
    group: organisationKindNames[kind],
  })),
})

const fieldOf: Record<string, string> = { 'unknown-organisation': 'code' }

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, assignGlnInput)
    if (!form.ok) return form.answer
    const assigned = await assignGln(ctx, form.value)
    if (!assigned.ok) return correct(form.values, { [fieldOf[assigned.refusal.code] ?? 'gln']: sayGlnRefusal(assigned.refusal) })
    return { saved: glnPage.saved(assigned.value.gln) }
  },
}
