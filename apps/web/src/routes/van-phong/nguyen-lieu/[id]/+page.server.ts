import { redirect } from '@sveltejs/kit'
import { countMaterial, countMaterialInput, findMaterialLot, wasteMaterial, wasteMaterialInput } from '@dacsan/modules/traceability'
import { sayRefusal } from '@dacsan/modules/traceability/words'
import { newId, readId } from '@dacsan/platform/ids'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
  lot: await findMaterialLot(ctx, readId('mlt', params.id)),
  requestKeys: { waste: newId('mle'), count: newId('mle') },
})

export const actions: Actions = {
  waste: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, wasteMaterialInput.omit({ materialLotId: true }))
    if (!form.ok) return form.answer
    const wasted = await wasteMaterial(ctx, { ...form.value, materialLotId: readId('mlt', params.id) })
    if (!wasted.ok) return correct(form.values, { amount: sayRefusal(wasted.refusal) })
    redirect(303, paths.material(params.id))
  },
  count: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, countMaterialInput.omit({ materialLotId: true }))
    if (!form.ok) return form.answer
    const counted = await countMaterial(ctx, { ...form.value, materialLotId: readId('mlt', params.id) })
    if (!counted.ok) return correct(form.values, { counted: sayRefusal(counted.refusal) })
    redirect(303, paths.material(params.id))
  },
}
