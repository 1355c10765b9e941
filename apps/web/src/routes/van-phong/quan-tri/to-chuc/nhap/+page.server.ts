import { importOrganisations, organisationColumns } from '@dacsan/modules/identity'
import { importPage } from '@dacsan/modules/identity/words'
import { sayColumns, takeImport } from '#lib/import-form.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = () => ({ columns: sayColumns(organisationColumns) })

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const taken = await takeImport(request, (asked) => importOrganisations(ctx, asked))
    return taken.ok ? { done: importPage.organisations[taken.tried ? 'tried' : 'result'](taken.count) } : taken.answer
  },
}
