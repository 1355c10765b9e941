import { registerColumns } from '@dacsan/modules/catalogue'
import { sayRegisterProblem } from '@dacsan/modules/catalogue/words'
import { importRegisterFile } from '@dacsan/modules/certificates'
import { requireRole } from '@dacsan/modules/identity'
import { fail } from '@sveltejs/kit'
import { readFormData } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals: { ctx } }) => {
  requireRole(ctx.actor, 'provincial-officer')
  return {
    columns: Object.values(registerColumns).map((column) => ({
      heading: column.heading,
      expected: column.expected,
      required: 'required' in column,
    })),
  }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const file = (await readFormData(request)).get('file')
    if (!(file instanceof File) || file.size === 0) {
      return fail(422, { errors: { file: 'Hãy chọn tệp sổ đăng ký.' }, problems: [], imported: null })
    }
    const outcome = await importRegisterFile(ctx, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
    if (outcome.ok) return { errors: null, problems: [], imported: outcome.value }
    const problems = outcome.refusal.problems.map(sayRegisterProblem)
    return fail(422, { errors: { file: `Chưa nhập dòng nào: tệp có ${problems.length} chỗ cần sửa.` }, problems, imported: null })
  },
}
