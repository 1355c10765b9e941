import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { cancelSale, cancelSaleInput, counterOf, loseAtCounter, loseInput, sellAtCounter, sellInput } from '@dacsan/modules/promotion'
import { newId, readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedConsignment } from '#lib/points/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const q = url.searchParams.get('q')?.trim().slice(0, 300) ?? ''
  const { goods, written, ...view } = await counterOf(ctx, readId('pos', params.id), q)
  return {
    ...view,
    q,
    goods: goods.map(({ key, consignmentId, lotId, packId, productName, packName, lotNumber, expiresOn, onShelf, priceVnd, stars, warning, maySell }) => ({ key, consignmentId, lotId, packId, productName, packName, lotNumber, expiresOn, onShelf, priceVnd, stars, warning, maySell, requestKey: newId('key') })), // prettier-ignore
    written: written.map(({ id, at, productName, lotNumber, quantity, amountVnd, isSale, isCancelled, mayCancel, note }) => ({ id, at: formatMoment(at), productName, lotNumber, quantity, amountVnd, isSale, isCancelled, mayCancel, note })), // prettier-ignore
    saved: url.searchParams.has('da-ghi'),
  }
}

export const actions: Actions = {
  sell: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, sellInput)
    if (!form.ok) return form.answer
    const sold = await sellAtCounter(ctx, form.value)
    if (!sold.ok) return refusedConsignment(sold.refusal, form.values)
    redirect(303, paths.counterSaved(params.id))
  },
  lose: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, loseInput)
    if (!form.ok) return form.answer
    const lost = await loseAtCounter(ctx, form.value)
    if (!lost.ok) return refusedConsignment(lost.refusal, form.values)
    redirect(303, paths.counterSaved(params.id))
  },
  undo: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, cancelSaleInput)
    if (!form.ok) return form.answer
    const undone = await cancelSale(ctx, form.value)
    if (!undone.ok) return refusedConsignment(undone.refusal, form.values)
    redirect(303, paths.counterSaved(params.id))
  },
}
