import { listCommunes } from '@dacsan/modules/law'
import { addPlace, addPlaceInput, endPlace, ownPlaces, sellFromPlace, tendPlaceInput } from '@dacsan/modules/traceability'
import { sayPlaceRefusal } from '@dacsan/modules/traceability/words'
import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const [places, communes] = await Promise.all([ownPlaces(ctx), listCommunes(ctx.db)])
  return {
    places,
    communes: communes.map(({ code, name }) => ({ value: code, label: name })),
    saved: url.searchParams.has('da-luu'),
  }
}

const fieldOf: Record<string, string> = {
  'gln-taken': 'gln',
  'place-repeated': 'name',
  'unknown-commune': 'communeCode',
  'position-without-consent': 'agrees',
}
const back = () => redirect(303, paths.places({ saved: true }))

export const actions: Actions = {
  add: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, addPlaceInput)
    if (!form.ok) return form.answer
    const outcome = await addPlace(ctx, form.value)
    if (!outcome.ok) return correct(form.values, { [fieldOf[outcome.refusal.code] ?? 'form']: sayPlaceRefusal(outcome.refusal) })
    back()
  },
  end: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, tendPlaceInput)
    if (!form.ok) return form.answer
    const outcome = await endPlace(ctx, form.value)
    if (!outcome.ok) return correct(form.values, { form: sayPlaceRefusal(outcome.refusal) })
    back()
  },
  sell: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, tendPlaceInput.extend({ sells: z.stringbool() }))
    if (!form.ok) return form.answer
    const outcome = await sellFromPlace(ctx, form.value)
    if (!outcome.ok) return correct(form.values, { form: sayPlaceRefusal(outcome.refusal) })
    back()
  },
}
