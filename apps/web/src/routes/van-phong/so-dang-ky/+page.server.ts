import { sayRegisterProblem } from '@dacsan/modules/catalogue/words'
import { importRegisterFile, registerForm } from '@dacsan/modules/certificates'
import { registerFaults, registerFileMissing } from '@dacsan/modules/certificates/words'
import { fail } from '@sveltejs/kit'
import { readFormData } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals: { ctx } }) => ({ columns: registerForm(ctx) })

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const file = (await readFormData(request)).get('file')
    if (!(file instanceof File) || file.size === 0) {
      return fail(422, { errors: { file: registerFileMissing }, problems: [], imported: null })
    }
    const outcome = await importRegisterFile(ctx, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    if (outcome.ok) return { errors: null, problems: [], imported: outcome.value }
    const problems = outcome.refusal.problems.map(sayRegisterProblem)
    return fail(422, { errors: { file: registerFaults(problems.length) }, problems, imported: null })
  },
}
