import { redirect } from '@sveltejs/kit'
import { createFair, createFairInput } from '@dacsan/modules/promotion'
import { requireRole } from '@dacsan/modules/identity'
import { newId } from '@dacsan/platform/ids'
import { refusedFair } from '#lib/fairs/answers.ts'
import { readForm, readFormData } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'
import { fail } from '@sveltejs/kit'

export const load: PageServerLoad = ({ locals: { actor } }) => {
  requireRole(actor, 'trade-department')
  return { requestKey: newId('key') }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const wanted = (await readFormData(request.clone() as Request)).getAll('wanted').map(String)
    const again = ({ status, data }: ReturnType<typeof refusedFair>) => fail(status, { ...data, wanted })
    const form = await readForm(request, createFairInput)
    if (!form.ok) return again(form.answer)
    const created = await createFair(ctx, form.value)
    if (!created.ok) return again(refusedFair(created.refusal, form.values))
    redirect(303, paths.fairOffice(created.value.fairId))
  },
}
