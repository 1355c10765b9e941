import { addPack, addPackInput, chooseDefaultPack, endPack, ownPacks, tendPackInput } from '@dacsan/modules/catalogue'
import { sayPackRefusal } from '@dacsan/modules/catalogue/words'
import { readId } from '@dacsan/platform/ids'
import { redirect } from '@sveltejs/kit'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
  ...(await ownPacks(ctx, readId('prd', params.id))),
  saved: url.searchParams.has('da-luu'),
})

const back = (id: string) => redirect(303, paths.ownPacks(id, { saved: true }))

export const actions: Actions = {
  add: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, addPackInput.omit({ productId: true }))
    if (!form.ok) return form.answer
    const outcome = await addPack(ctx, { ...form.value, productId: readId('prd', params.id) })
    if (!outcome.ok)
      return correct(form.values, { [outcome.refusal.code === 'gtin-taken' ? 'gtin' : 'name']: sayPackRefusal(outcome.refusal) })
    back(params.id)
  },
  end: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, tendPackInput)
    if (!form.ok) return form.answer
    const outcome = await endPack(ctx, form.value)
    if (!outcome.ok) return correct(form.values, { form: sayPackRefusal(outcome.refusal) })
    back(params.id)
  },
  choose: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, tendPackInput)
    if (!form.ok) return form.answer
    const outcome = await chooseDefaultPack(ctx, form.value)
    if (!outcome.ok) return correct(form.values, { form: sayPackRefusal(outcome.refusal) })
    back(params.id)
  },
}
