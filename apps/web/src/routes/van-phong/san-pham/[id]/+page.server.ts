import { productToTend, updateProductStory, updateProductStoryInput } from '@dacsan/modules/catalogue'
import { sayStoryRefusal } from '@dacsan/modules/catalogue/words'
import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
  product: await productToTend(ctx, readId('prd', params.id)),
  saved: url.searchParams.has('da-luu'),
})

export const actions: Actions = {
  default: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, updateProductStoryInput)
    if (!form.ok) return form.answer
    const outcome = await updateProductStory(ctx, { ...form.value, productId: readId('prd', params.id) })
    if (!outcome.ok)
      return correct(form.values, {
        [outcome.refusal.code === 'new-pack-needed' ? 'netContent' : 'gtin']: sayStoryRefusal(outcome.refusal),
      })
    redirect(303, paths.ownProduct(params.id, { saved: true }))
  },
}
