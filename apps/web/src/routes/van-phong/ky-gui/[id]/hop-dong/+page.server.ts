import { redirect } from '@sveltejs/kit'
import { findConsignment, reviseInput, reviseTerms } from '@dacsan/modules/promotion'
import { newId, readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedConsignment } from '#lib/points/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { consignment, terms, today } = await findConsignment(ctx, readId('csg', params.id))
  const [last] = terms
  const values: Record<string, string> = last
    ? {
        commissionPercent: Number(last.commissionPercent).toLocaleString('vi-VN'),
        spoiledBy: last.spoiledBy,
        expiredBy: last.expiredBy,
        payWithinDays: String(last.payWithinDays),
      }
    : {}
  return { id: consignment.id, title: `${consignment.producerName} – ${consignment.pointName}`, values, today, requestKey: newId('key') }
}

export const actions: Actions = {
  default: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, reviseInput)
    if (!form.ok) return form.answer
    const revised = await reviseTerms(ctx, form.value)
    if (!revised.ok) return refusedConsignment(revised.refusal, form.values)
    redirect(303, paths.consignmentSaved(params.id))
  },
}
