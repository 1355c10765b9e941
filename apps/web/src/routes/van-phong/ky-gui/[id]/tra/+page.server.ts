import { redirect } from '@sveltejs/kit'
import { goodsToSend, sendBackForm, sendGoodsBack } from '@dacsan/modules/promotion'
import { newId, readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedConsignment } from '#lib/points/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { consignment, goods, rates } = await goodsToSend(ctx, readId('csg', params.id), 'back')
  return {
    id: consignment.id,
    title: `${consignment.producerName} – ${consignment.pointName}`,
    rates,
    goods: goods.map(({ key, productName, packName, lotNumber, expiresOn, free, placeName, priceVnd, warning }) => ({ key, productName, packName, lotNumber, expiresOn, free, placeName, priceVnd, warning })), // prettier-ignore
    requestKey: newId('key'),
  }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, sendBackForm)
    if (!form.ok) return form.answer
    const sent = await sendGoodsBack(ctx, form.value)
    if (!sent.ok) return refusedConsignment(sent.refusal, form.values)
    redirect(303, paths.consignmentNote(sent.value.noteId))
  },
}
