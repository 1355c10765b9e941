import {
  answerInput,
  findReview,
  hideReview,
  keepReview,
  publishAnswer,
  restoreReview,
  returnAnswer,
  returnAnswerInput,
  reviewReasonInput,
  reviewWordsInput,
  upholdHiding,
} from '@dacsan/modules/reviews'
import { readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import type { FormRead } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { actAtDesk } from '#lib/reviews/answers.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
  review: await findReview(ctx, readId('rvw', params.id)),
  saved: url.searchParams.has('da-luu'),
})

const act = <T>({ params }: RequestEvent, form: FormRead<T>, command: Parameters<typeof actAtDesk<T>>[1]) =>
  actAtDesk(form, command, paths.review(params.id, { saved: true }))

export const actions: Actions = {
  hide: async (event) => act(event, await readForm(event.request, reviewReasonInput), (value) => hideReview(event.locals.ctx, value)),
  keep: async (event) => act(event, await readForm(event.request, reviewWordsInput), (value) => keepReview(event.locals.ctx, value)),
  restore: async (event) => act(event, await readForm(event.request, reviewWordsInput), (value) => restoreReview(event.locals.ctx, value)),
  uphold: async (event) => act(event, await readForm(event.request, reviewWordsInput), (value) => upholdHiding(event.locals.ctx, value)),
  publish: async (event) => act(event, await readForm(event.request, answerInput), (value) => publishAnswer(event.locals.ctx, value)),
  return: async (event) => act(event, await readForm(event.request, returnAnswerInput), (value) => returnAnswer(event.locals.ctx, value)),
}
