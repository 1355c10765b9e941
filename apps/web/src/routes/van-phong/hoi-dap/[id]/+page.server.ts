import {
  answerInput,
  findQuestion,
  hideQuestion,
  publishAnswer,
  questionReasonInput,
  returnAnswer,
  returnAnswerInput,
} from '@dacsan/modules/reviews'
import { readId } from '@dacsan/platform/ids'
import { readForm } from '#lib/forms.ts'
import type { FormRead } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import { actAtDesk } from '#lib/reviews/answers.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => ({
  question: await findQuestion(ctx, readId('qst', params.id)),
  saved: url.searchParams.has('da-luu'),
})

const act = <T>({ params }: RequestEvent, form: FormRead<T>, command: Parameters<typeof actAtDesk<T>>[1]) =>
  actAtDesk(form, command, paths.question(params.id, { saved: true }))

export const actions: Actions = {
  hide: async (event) => act(event, await readForm(event.request, questionReasonInput), (value) => hideQuestion(event.locals.ctx, value)),
  publish: async (event) => act(event, await readForm(event.request, answerInput), (value) => publishAnswer(event.locals.ctx, value)),
  return: async (event) => act(event, await readForm(event.request, returnAnswerInput), (value) => returnAnswer(event.locals.ctx, value)),
}
