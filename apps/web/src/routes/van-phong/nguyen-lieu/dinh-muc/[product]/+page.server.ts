import { redirect } from '@sveltejs/kit'
import { recipeForm, setRecipe, setRecipeInput } from '@dacsan/modules/traceability'
import { sayRefusal } from '@dacsan/modules/traceability/words'
import { newId, readId } from '@dacsan/platform/ids'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
  ...(await recipeForm(ctx, readId('prd', params.product))),
  requestKey: newId('rcp'),
})

export const actions: Actions = {
  default: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, setRecipeInput.omit({ productId: true }))
    if (!form.ok) return form.answer
    const set = await setRecipe(ctx, { ...form.value, productId: readId('prd', params.product) })
    const { materialId, amount, tolerance } = form.value
    const rows = { ...typedRows('materialId', materialId), ...typedRows('amount', amount), ...typedRows('tolerance', tolerance) }
    if (!set.ok) return correct({ ...form.values, ...rows }, { form: sayRefusal(set.refusal) })
    redirect(303, paths.recipes)
  },
}

/** The rows of the form by their place, so that the page can draw each again as it was. */
const typedRows = (name: string, values: readonly (string | undefined)[]) =>
  Object.fromEntries(values.map((value, place) => [`${name}.${place}`, value ?? '']))
