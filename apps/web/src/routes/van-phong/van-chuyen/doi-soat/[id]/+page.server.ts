import { redirect } from '@sveltejs/kit'
import { findPayout, takePayout, takePayoutInput } from '@dacsan/modules/carriers'
import { readId } from '@dacsan/platform/ids'
import { refusedCarrier } from '#lib/carriers/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

const mostShown = 300

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { lines, ...payout } = await findPayout(ctx, readId('cpo', params.id))
  return { payout, lines: lines.slice(0, mostShown) }
}

const taking = takePayoutInput.omit({ payoutId: true })

export const actions: Actions = {
  default: async ({ request, locals: { ctx }, params }) => {
    const form = await readForm(request, taking)
    if (!form.ok) return form.answer
    const outcome = await takePayout(ctx, { ...form.value, payoutId: readId('cpo', params.id) })
    // Pressed twice: it is in the books, and the page says so.
    if (!outcome.ok && outcome.refusal.code !== 'payout-taken') return refusedCarrier(outcome.refusal, form.values)
    redirect(303, paths.codPayout(params.id))
  },
}
