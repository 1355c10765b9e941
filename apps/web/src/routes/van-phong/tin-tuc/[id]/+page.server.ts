import { formatMoment } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import {
  addNewsPhoto,
  addPhotoInput,
  approveNews,
  dropCorrection,
  findNews,
  newsInput,
  releaseCorrection,
  releaseNews,
  releaseNewsInput,
  removeNewsPhoto,
  removePhotoInput,
  returnNews,
  returnNewsInput,
  submitNews,
  withdrawNews,
  withdrawNewsInput,
} from '@dacsan/modules/promotion'
import type { NewsRefusal } from '@dacsan/modules/promotion'
import { readArticle } from '@dacsan/modules/promotion/rules'
import type { Ctx } from '@dacsan/modules/context'
import { readId } from '@dacsan/platform/ids'
import { z } from 'zod'
import { confirmFirst } from '#lib/confirm/confirm-first.ts'
import { readForm } from '#lib/forms.ts'
import { refusedNews } from '#lib/news/answers.ts'
import { afterUpload, paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params, url }) => {
  const { news, texts, shownTexts: _, editions, steps, requests, may, tags, ...view } = await findNews(ctx, readId('new', params.id))
  return {
    ...view,
    tags,
    news: {
      id: news.id,
      slug: news.slug,
      status: news.status,
      title: texts[0]?.title ?? '',
      madeOn: news.madeOn,
      correctionNote: news.correctionNote,
      withdrawReason: news.withdrawReason,
      publishAt: news.publishAt && formatMoment(news.publishAt),
    },
    texts: texts.map(({ body, ...text }) => ({ ...text, blocks: readArticle(body) })),
    editions: editions.map((one) => ({ ...one, at: formatMoment(one.at) })),
    steps: steps.map((one) => ({ ...one, at: formatMoment(one.at) })),
    requests: requests.map(({ id, caseCode, words, isAnswered, dueOn }) => ({ id, caseCode, words, isAnswered, dueOn })),
    may: Object.fromEntries(Object.entries(may).map(([act, answer]) => [act, answer === true])) as Record<keyof typeof may, boolean>,
    saved: url.searchParams.has('da-luu'),
  }
}

type Outcome = { ok: true } | { ok: false; refusal: NewsRefusal }
const act =
  <Schema extends z.ZodType>(schema: Schema, command: (ctx: Ctx, input: z.infer<Schema>) => Promise<Outcome>) =>
  async ({ request, params, locals: { ctx } }: RequestEvent) => {
    const form = await readForm(request, schema)
    if (!form.ok) return form.answer
    const outcome = await command(ctx, form.value)
    if (!outcome.ok) return refusedNews(outcome.refusal, form.values)
    redirect(303, paths.newsOffice(params.id, { saved: true }))
  }

export const actions: Actions = {
  submit: act(newsInput, submitNews),
  approve: act(newsInput, approveNews),
  release: act(releaseNewsInput, releaseNews),
  return: act(returnNewsInput, returnNews),
  'release-correction': act(newsInput, releaseCorrection),
  'drop-correction': act(newsInput, dropCorrection),
  withdraw: confirmFirst('news.withdrawn', act(withdrawNewsInput, withdrawNews)),
  'remove-photo': act(removePhotoInput, removeNewsPhoto),
  'add-photo': async ({ request, params, locals: { ctx } }) => {
    const form = await readForm(request, addPhotoInput.extend({ photo: z.instanceof(File).optional() }))
    if (!form.ok) return form.answer
    const { photo, ...input } = form.value
    const added = await addNewsPhoto(ctx, input, photo ? { content: photo, name: photo.name } : null)
    if (!added.ok) return refusedNews(added.refusal, form.values)
    redirect(303, afterUpload(paths.newsOffice(params.id, { saved: true }), added.value))
  },
}
