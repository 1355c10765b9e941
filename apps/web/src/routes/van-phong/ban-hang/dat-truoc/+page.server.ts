import { redirect } from '@sveltejs/kit'
import { allotOwn, endAhead, openAhead, openAheadInput, ownAhead, runShort, runShortInput } from '@dacsan/modules/shop'
import { sayRefusal } from '@dacsan/modules/shop/words'
import { idInput } from '@dacsan/platform/ids'
import { z } from 'zod'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const [, allotted, waiting] = /^(\d{1,6})-(\d{1,6})$/.exec(url.searchParams.get('da-chia') ?? '') ?? []
  return { ...(await ownAhead(ctx)), given: allotted === undefined ? null : { allotted: Number(allotted), waiting: Number(waiting) } }
}

const fieldOf: Readonly<Record<string, string>> = {
  'ahead-stands': 'listingId',
  'last-order-past': 'lastOrderOn',
  'delivery-before-order': 'firstDeliveryOn',
  'delivery-too-far': 'firstDeliveryOn',
  'lead-backwards': 'leadMost',
}

export const actions: Actions = {
  open: async ({ request, locals }) => {
    const form = await readForm(request, openAheadInput)
    if (!form.ok) return form.answer
    const outcome = await openAhead(locals.ctx, form.value)
    if (!outcome.ok) return correct(form.values, { [fieldOf[outcome.refusal.code] ?? 'form']: sayRefusal(outcome.refusal) })
    redirect(303, paths.ordersAhead())
  },
  end: async ({ request, locals }) => {
    const form = await readForm(request, z.object({ offerId: idInput('ahd') }))
    if (!form.ok) return form.answer
    const outcome = await endAhead(locals.ctx, form.value)
    if (!outcome.ok) return correct({}, { form: sayRefusal(outcome.refusal) })
    redirect(303, paths.ordersAhead())
  },
  allot: async ({ locals }) => {
    const { allotted, waiting } = await allotOwn(locals.ctx)
    redirect(303, paths.ordersAhead({ allotted: `${allotted}-${waiting}` }))
  },
  'run-short': async ({ request, locals }) => {
    const form = await readForm(request, runShortInput)
    if (!form.ok) return form.answer
    const outcome = await runShort(locals.ctx, form.value)
    if (!outcome.ok)
      return correct(form.values, {
        [outcome.refusal.code === 'note-missing' ? `note-${form.value.orderId}` : 'form']: sayRefusal(outcome.refusal),
      })
    redirect(303, paths.ordersAhead())
  },
}
