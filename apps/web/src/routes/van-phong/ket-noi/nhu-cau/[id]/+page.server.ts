import { closeEnquiry, closeEnquiryInput, findEnquiry, introduceInput, introduceProducers } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { formatDate, formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { readTicked, refusedBuyer } from '#lib/buyers/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, 100)
  const { enquiry, relations, may, ...view } = await findEnquiry(ctx, readId('beq', params.id), q)
  return {
    ...view,
    q,
    enquiry: { ...enquiry, askedAt: formatMoment(enquiry.askedAt), answerBy: formatDate(enquiry.answerBy), introducedAt: null },
    relations: relations.map((one) => ({ ...one, stageSince: formatDate(one.stageSince) })),
    may: { introduce: may.introduce === true, close: may.close === true },
    saved: url.searchParams.has('da-luu'),
  }
}

export const actions: Actions = {
  introduce: async ({ request, params, locals: { ctx } }) => {
    const { form, again } = await readTicked(request, introduceInput, 'producerId')
    if (!form.ok) return again(form.answer)
    const outcome = await introduceProducers(ctx, form.value)
    if (!outcome.ok) return again(refusedBuyer(outcome.refusal, form.values))
    redirect(303, paths.buyerEnquiry(params.id, { saved: true }))
  },
  close: async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, closeEnquiryInput)
    if (!form.ok) return form.answer
    const outcome = await closeEnquiry(ctx, form.value)
    if (!outcome.ok) return refusedBuyer(outcome.refusal, form.values)
    redirect(303, paths.buyerEnquiry(params.id, { saved: true }))
  },
}
