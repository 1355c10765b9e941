import { redirect } from '@sveltejs/kit'
import { openLot, openLotInput, proposeLots } from '@dacsan/modules/traceability'
import { sayRefusal } from '@dacsan/modules/traceability/words'
import { newId } from '@dacsan/platform/ids'
import { correct, readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const proposals = await proposeLots(ctx)
  const wanted = url.searchParams.get('san-pham')
  return {
    proposal: proposals.find(({ productId }) => productId === wanted) ?? proposals[0] ?? null,
    products: proposals.map(({ productId, productName }) => ({ id: productId, name: productName })),
    requestKey: newId('lot'),
  }
}

const fieldOf: Record<string, string> = {
  'made-in-future': 'madeOn',
  'made-too-long-ago': 'madeOn',
  'expires-before-made': 'expiresOn',
  'number-taken': 'number',
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, openLotInput)
    if (!form.ok) return form.answer
    const opened = await openLot(ctx, form.value)
    if (!opened.ok) return correct(form.values, { [fieldOf[opened.refusal.code] ?? 'form']: sayRefusal(opened.refusal) })
    redirect(303, paths.lot(opened.value.lotId))
  },
}
