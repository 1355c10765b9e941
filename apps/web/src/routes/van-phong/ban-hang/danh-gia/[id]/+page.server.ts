import { redirect } from '@sveltejs/kit'
import { answerReview, answerReviewInput, findReview, reportReview, reviewReasonInput } from '@dacsan/modules/reviews'
import type { ReviewsRefusal } from '@dacsan/modules/reviews/rules'
import { readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import type { FormRead } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { refusedAtDesk } from '#lib/reviews/answers.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
  review: await findReview(ctx, readId('rvw', params.id)),
  saved: url.searchParams.has('da-luu'),
})

type Outcome = { ok: true } | { ok: false; refusal: ReviewsRefusal }

async function act<T>({ params }: RequestEvent, form: FormRead<T>, command: (value: T) => Promise<Outcome>) {
  if (!form.ok) return form.answer
  const outcome = await command(form.value)
  if (!outcome.ok) return refusedAtDesk(outcome.refusal, form.values)
  redirect(303, paths.sellerReview(params.id, { saved: true }))
}

export const actions: Actions = {
  answer: async (event) => act(event, await readForm(event.request, answerReviewInput), (value) => answerReview(event.locals.ctx, value)),
  report: async (event) => act(event, await readForm(event.request, reviewReasonInput), (value) => reportReview(event.locals.ctx, value)),
}
