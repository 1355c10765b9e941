import {
  addProductPhoto,
  addProductPhotoInput,
  captionPhotoInput,
  captionProductPhoto,
  changePhotoInput,
  movePhotoInput,
  moveProductPhoto,
  productToTend,
  removeProductPhoto,
} from '@dacsan/modules/catalogue'
import { ownPhotosPage, sayPhotoRefusal } from '@dacsan/modules/catalogue/words'
import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { correct, readForm } from '#lib/forms.ts'
import { afterUpload, paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
  product: await productToTend(ctx, readId('prd', params.id)),
  saved: url.searchParams.has('da-luu'),
})

const file = z.instanceof(File).optional()
const photoForm = addProductPhotoInput.omit({ productId: true }).extend({ taken: file, chosen: file })
const back = (id: string) => redirect(303, paths.ownPhotos(id, { saved: true }))

export const actions: Actions = {
  add: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, photoForm)
    if (!form.ok) return form.answer
    const { taken, chosen, caption } = form.value
    const photo = taken ?? chosen
    const added = await addProductPhoto(
      ctx,
      { productId: readId('prd', params.id), caption },
      photo ? { content: photo, name: photo.name } : null,
    )
    if (added.ok) redirect(303, afterUpload(paths.ownPhotos(params.id, { saved: true }), added.value))
    return correct(form.values, { [photo && photo === chosen ? 'chosen' : 'taken']: sayPhotoRefusal(added.refusal) }, added.refusal.code)
  },
  describe: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, captionPhotoInput.omit({ productId: true }))
    if (!form.ok) {
      const { values, errors } = form.answer.data
      return correct(values, { [`caption-${values['fileHash']}`]: errors['caption'] ?? ownPhotosPage.gone })
    }
    await captionProductPhoto(ctx, { ...form.value, productId: readId('prd', params.id) })
    back(params.id)
  },
  move: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, movePhotoInput.omit({ productId: true }))
    if (!form.ok) return form.answer
    await moveProductPhoto(ctx, { ...form.value, productId: readId('prd', params.id) })
    back(params.id)
  },
  remove: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, changePhotoInput.omit({ productId: true }))
    if (!form.ok) return form.answer
    await removeProductPhoto(ctx, { ...form.value, productId: readId('prd', params.id) })
    back(params.id)
  },
}
