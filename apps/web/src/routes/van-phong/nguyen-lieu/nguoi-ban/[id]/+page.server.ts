import { redirect } from '@sveltejs/kit'
import { listCommunes } from '@dacsan/modules/law'
import { correctSupplier, correctSupplierInput, mergeSuppliers, mergeSuppliersInput, supplierToTend } from '@dacsan/modules/traceability'
import { sayRefusal } from '@dacsan/modules/traceability/words'
import { readId } from '@dacsan/platform/ids'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const [found, communes] = await Promise.all([supplierToTend(ctx, readId('sup', params.id)), listCommunes(ctx.db)])
  return {
    ...found,
    communes: communes.map(({ code, name }) => ({ value: code, label: name })),
    saved: url.searchParams.has('da-luu'),
  }
}

const fieldOf: Record<string, string> = { 'supplier-named-so': 'name', 'unknown-commune': 'communeCode', 'supplier-is-itself': 'intoId' }

export const actions: Actions = {
  correct: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, correctSupplierInput.omit({ supplierId: true }))
    if (!form.ok) return form.answer
    const corrected = await correctSupplier(ctx, { ...form.value, supplierId: readId('sup', params.id) })
    if (!corrected.ok) return correct(form.values, { [fieldOf[corrected.refusal.code] ?? 'form']: sayRefusal(corrected.refusal) })
    redirect(303, paths.supplier(params.id, { saved: true }))
  },
  merge: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, mergeSuppliersInput.omit({ supplierId: true }))
    if (!form.ok) return form.answer
    const merged = await mergeSuppliers(ctx, { ...form.value, supplierId: readId('sup', params.id) })
    if (!merged.ok) return correct(form.values, { [fieldOf[merged.refusal.code] ?? 'form']: sayRefusal(merged.refusal) })
    redirect(303, paths.supplier(merged.value.supplierId, { saved: true }))
  },
}
