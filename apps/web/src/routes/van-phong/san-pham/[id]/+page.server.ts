import { NotFound } from '@dacsan/decisions'
import { findProduct, producerOfActor, updateProductStory, updateProductStoryInput } from '@dacsan/modules/catalogue'
import { storyRefusalSentence } from '@dacsan/modules/catalogue/words'
import { requireRole } from '@dacsan/modules/identity'
import { redirect } from '@sveltejs/kit'
import { correct, readForm } from '#lib/forms.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  requireRole(ctx.actor, 'producer')
  const [product, producer] = await Promise.all([findProduct(ctx, params.id), producerOfActor(ctx)])
  if (product.producer.id !== producer?.id) throw new NotFound('No such product', { id: params.id })
  return { product, saved: url.searchParams.has('da-luu') }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, updateProductStoryInput)
    if (!form.ok) return form.answer
    const outcome = await updateProductStory(ctx, { ...form.value, productId: params.id })
    if (!outcome.ok) return correct(form.values, { gtin: storyRefusalSentence(outcome.refusal) })
    redirect(303, `/van-phong/san-pham/${params.id}?da-luu`)
  },
}
