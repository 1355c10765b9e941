import { redirect } from '@sveltejs/kit'
import { goodsToSend, settleConsignment, settleForm } from '@dacsan/modules/promotion'
import { newId, readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedConsignment } from '#lib/points/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { consignment, goods } = await goodsToSend(ctx, readId('csg', params.id), 'back')
  return {
    id: consignment.id,
    title: `${consignment.producerName} – ${consignment.pointName}`,
    goods: goods.map(({ lotId, packId, productName, packName, lotNumber, free }) => ({
      key: `${lotId}-${packId}`,
      productName,
      packName,
      lotNumber,
      free,
    })),
    requestKey: newId('key'),
  }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, settleForm)
    if (!form.ok) return form.answer
    const settled = await settleConsignment(ctx, form.value)
    if (!settled.ok) return refusedConsignment(settled.refusal, form.values)
    redirect(303, paths.consignmentStatement(settled.value.statementId))
  },
}
