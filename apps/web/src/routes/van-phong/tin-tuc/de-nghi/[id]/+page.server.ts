import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { answerRequest, answerRequestInput, findRequest } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { readForm } from '#lib/forms.ts'
import { refusedNews } from '#lib/news/answers.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { request, may } = await findRequest(ctx, readId('nrq', params.id))
  return {
    request: { ...request, askedAt: formatMoment(request.askedAt), answeredAt: request.answeredAt && formatMoment(request.answeredAt) },
    mayAnswer: may.answer === true,
    saved: url.searchParams.has('da-luu'),
  }
}

export const actions: Actions = {
  answer: confirmFirst('news-request.answered', async ({ request, params, locals: { ctx } }: RequestEvent) => {
    const form = await readForm(request, answerRequestInput)
    if (!form.ok) return form.answer
    const answered = await answerRequest(ctx, { ...form.value, requestId: readId('nrq', params.id) })
    if (!answered.ok) return refusedNews(answered.refusal, form.values)
    redirect(303, paths.newsRequest(params.id, { saved: true }))
  }),
}
