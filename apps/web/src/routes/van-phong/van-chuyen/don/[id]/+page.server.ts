import { randomBytes } from 'node:crypto'
import { redirect } from '@sveltejs/kit'
import { createParcel, createParcelInput, parcelForm, quoteParcel, quoteParcelInput } from '@dacsan/modules/carriers'
import { sayRefusal } from '@dacsan/modules/carriers/words'
import { readId } from '@dacsan/platform/ids'
import { carrierLines, refusedCarrier } from '#lib/carriers/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => ({
  order: await parcelForm(ctx, readId('ord', params.id)),
  orderId: params.id,
  requestKey: randomBytes(18).toString('base64url'),
})

const quoting = quoteParcelInput.omit({ orderId: true })
const creating = createParcelInput.omit({ orderId: true })

export const actions: Actions = {
  quote: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, quoting)
    if (!form.ok) return form.answer
    const quotes = await quoteParcel(ctx, carrierLines(), { ...form.value, orderId: readId('ord', params.id) })
    return {
      values: form.values,
      errors: {} as Record<string, string>,
      quotes: quotes.map(({ accountId, carrier, feeVnd, refusal }) => ({
        accountId,
        carrier,
        feeVnd,
        says: refusal && sayRefusal(refusal),
      })),
    }
  },
  create: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, creating)
    if (!form.ok) return form.answer
    const outcome = await createParcel(ctx, carrierLines(), { ...form.value, orderId: readId('ord', params.id) })
    if (!outcome.ok) return refusedCarrier(outcome.refusal, form.values)
    redirect(303, paths.parcel(outcome.value.parcelId, { said: outcome.value.sent }))
  },
}
