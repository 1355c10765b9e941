import { redirect } from '@sveltejs/kit'
import { cancelParcel, findParcel, lookNow, settleParcel, settleParcelInput } from '@dacsan/modules/carriers'
import { parcelPage, sentWords } from '@dacsan/modules/carriers/words'
import { readId } from '@dacsan/platform/ids'
import { carrierLines, refusedCarrier } from '#lib/carriers/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { whenWords } from '#lib/shop/when.ts'
import type { Actions, PageServerLoad } from './$types'

const saidWords: Readonly<Record<string, string>> = { ...sentWords, asked: parcelPage.asked, 'not-asked': parcelPage.notAsked }

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const parcel = await findParcel(ctx, readId('pcl', params.id))
  const said = url.searchParams.get('tin') ?? ''
  return {
    parcel: { ...parcel, events: parcel.events.map(({ at, ...event }) => ({ ...event, when: whenWords(at) })) },
    said: Object.hasOwn(saidWords, said) ? saidWords[said] : undefined,
  }
}

const settling = settleParcelInput.omit({ parcelId: true })

export const actions: Actions = {
  cancel: async ({ locals: { ctx }, params }) => {
    const outcome = await cancelParcel(ctx, carrierLines(), readId('pcl', params.id))
    if (!outcome.ok) return refusedCarrier(outcome.refusal, {})
    redirect(303, paths.parcel(params.id))
  },
  ask: async ({ locals: { ctx }, params }) => {
    const said = await lookNow(ctx, carrierLines(), readId('pcl', params.id))
    redirect(303, paths.parcel(params.id, { said }))
  },
  settle: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, settling)
    if (!form.ok) return form.answer
    const outcome = await settleParcel(ctx, { ...form.value, parcelId: readId('pcl', params.id) })
    if (!outcome.ok) return refusedCarrier(outcome.refusal, form.values)
    redirect(303, paths.parcel(params.id))
  },
}
