import { addLinkInput, addProductLink, productLinks, removeLinkInput, removeProductLink } from '@dacsan/modules/links'
import { productLinkRefusalFields, sayProductLinkRefusal } from '@dacsan/modules/links/words'
import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
  ...(await productLinks(ctx, readId('prd', params.id))),
  saved: url.searchParams.has('da-luu'),
})

const back = (id: string) => redirect(303, paths.productLinks(id, { saved: true }))

export const actions: Actions = {
  add: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, addLinkInput.omit({ productId: true }))
    if (!form.ok) return form.answer
    const added = await addProductLink(ctx, { ...form.value, productId: readId('prd', params.id) })
    if (!added.ok) return correct(form.values, { [productLinkRefusalFields[added.refusal.code]]: sayProductLinkRefusal(added.refusal) })
    back(params.id)
  },
  remove: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, removeLinkInput.omit({ productId: true }))
    if (!form.ok) return form.answer
    await removeProductLink(ctx, { ...form.value, productId: readId('prd', params.id) })
    back(params.id)
  },
}
