import { redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { packGoods } from '@dacsan/modules/inventory'
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
  'yield-unexplained': 'reason',
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, openLotInput.extend({ packNow: z.coerce.boolean().default(false) }))
    if (!form.ok) return form.answer
    const { packNow, ...lot } = form.value
    const opened = await openLot(ctx, lot)
    const { materialId = [], used = [] } = lot
    const typed = Object.fromEntries(materialId.map((id, place) => [`used.${id}`, used[place] ?? '']))
    if (!opened.ok) return correct({ ...form.values, ...typed }, { [fieldOf[opened.refusal.code] ?? 'form']: sayRefusal(opened.refusal) })
    const { lotId } = opened.value
    // The lot is open whatever becomes of the packing: what cannot be packed at once is packed on the page of its goods.
    const packed = packNow ? await packGoods(ctx, { lotId, requestKey: `${lot.requestKey}-goi` }) : null
    redirect(303, packed && !packed.ok ? paths.goodsOfLot(lotId) : paths.lot(lotId))
  },
}
