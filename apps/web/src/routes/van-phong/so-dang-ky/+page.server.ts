import { sayRegisterProblem } from '@dacsan/modules/catalogue/words'
import { proposeImport, registerForm, registerImportList } from '@dacsan/modules/certificates'
import { registerFaults, registerFileMissing } from '@dacsan/modules/certificates/words'
import { fail, redirect } from '@sveltejs/kit'
import { readFormData } from '#lib/forms.ts'
import { showList } from '#lib/list/show-list.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  ...registerForm(ctx),
  list: await showList(ctx, registerImportList, url),
})

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const file = (await readFormData(request)).get('file')
    if (!(file instanceof File) || file.size === 0) return fail(422, { errors: { file: registerFileMissing }, problems: [] })
    const outcome = await proposeImport(ctx, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    if (outcome.ok) redirect(303, paths.registerImport(outcome.value.importId))
    const problems = outcome.refusal.problems.map(sayRegisterProblem)
    return fail(422, { errors: { file: registerFaults(problems.length) }, problems })
  },
}
