import {
  acceptEnquiry,
  answerEnquiryInput,
  declineEnquiry,
  declineEnquiryInput,
  findVisitEnquiry,
  offerDay,
  offerDayInput,
} from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { actOnRoute, mayBe } from '#lib/routes/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { may, code: _, ...enquiry } = await findVisitEnquiry(ctx, readId('ren', params.id))
  return { enquiry, may: mayBe(may), earliest: addDays(dateInVietnam(ctx.now), 1), saved: url.searchParams.has('da-luu') }
}

const saved = (id: string) => paths.hostEnquiry(id, { saved: true })
export const actions: Actions = {
  accept: async ({ request, params, locals: { ctx } }) =>
    actOnRoute(await readForm(request, answerEnquiryInput), (given) => acceptEnquiry(ctx, given), saved(params.id)),
  offer: async ({ request, params, locals: { ctx } }) =>
    actOnRoute(await readForm(request, offerDayInput), (given) => offerDay(ctx, given), saved(params.id)),
  decline: async ({ request, params, locals: { ctx } }) =>
    actOnRoute(await readForm(request, declineEnquiryInput), (given) => declineEnquiry(ctx, given), saved(params.id)),
}
