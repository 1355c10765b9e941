import { redirect } from '@sveltejs/kit'
import { NotFound } from '@dacsan/decisions'
import {
  editReview,
  editReviewInput,
  mayTry,
  objectToHiding,
  ownReview,
  reviewInput,
  reviewsOfOrder,
  reviewWordsInput,
  withdrawReview,
  writeReview,
  writeReviewInput,
} from '@dacsan/modules/reviews'
import { mostPhotos } from '@dacsan/modules/reviews/rules'
import type { ReviewsRefusal } from '@dacsan/modules/reviews/rules'
import { newId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import { z } from 'zod'
import { readForm } from '#lib/forms.ts'
import type { FormRead } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { inLanguage, linkOf, refusedToReader } from '#lib/reviews/answers.ts'
import { sayDay } from '#lib/say-day.ts'
import { say } from '#lib/say.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

export const load: PageServerLoad = async (event) => {
  if (!event.url.searchParams.get('k')) redirect(303, paths.orders)
  event.setHeaders({ 'referrer-policy': 'same-origin' })
  const { ctx, lang, m } = event.locals
  const link = linkOf(event)
  const { refusal, lines, code, names } = await reviewsOfOrder(ctx, link)
  const line = lines.find(({ id }) => id === event.params.line)
  if (!line) throw new NotFound('No such line')
  const own = line.reviewId ? await ownReview(ctx, link, line.reviewId) : null
  const why = refusal && (m.review.refusals as Readonly<Record<string, string>>)[refusal.code]
  return {
    code,
    link,
    names,
    mostPhotos,
    line: { id: line.id, name: [line.productName, line.netContent].filter(Boolean).join(', ') },
    why: why ? say(why, refusal as unknown as Record<string, string>) : null,
    own: own && {
      id: own.one.id,
      rating: own.one.rating,
      words: own.one.words,
      nameStyle: own.nameStyle,
      slug: own.one.productSlug,
      editUntil: sayDay(lang, dateInVietnam(own.one.editUntil)),
      answer: own.answer,
      producer: own.one.producerName,
      hidden: own.hidden && { why: own.hidden.says?.[lang] ?? own.hidden.kept, note: own.hidden.note },
      facts: own.facts,
      may: own.may,
    },
    done: event.url.searchParams.has('da-gui') ? ('sent' as const) : event.url.searchParams.has('da-luu') ? ('saved' as const) : null,
    requestKey: newId('key'),
  }
}

const file = z.instanceof(File)
const formInput = z
  .looseObject({ photo: z.union([file, z.array(file)]).optional() })
  .transform(({ photo, ...typed }) => ({ photos: photo === undefined ? [] : [photo].flat(), typed }))
  .pipe(z.object({ photos: z.array(file), typed: writeReviewInput }))

type Outcome = { ok: true } | { ok: false; refusal: ReviewsRefusal }

/** The page again: with what is wrong, in its language, or with what was done. */
async function answer<T>(event: RequestEvent, form: FormRead<T>, act: (value: T) => Promise<Outcome>, done: 'da-gui' | 'da-luu') {
  const { m, lang } = event.locals
  if (!form.ok) return inLanguage(m.review, form.answer.data)
  const outcome = await act(form.value)
  if (!outcome.ok) return refusedToReader(m.review, outcome.refusal, form.values)
  const { code, secret } = linkOf(event)
  redirect(303, localHref(lang, paths.orderReview(code, event.params.line, secret, done)))
}

export const actions: Actions = {
  write: async (event) => {
    const { ctx, lang, m } = event.locals
    const minutes = await mayTry(ctx, event.getClientAddress())
    const form = await readForm(event.request, formInput)
    if (form.ok && minutes > 0) return refusedToReader(m.review, { code: 'too-many-attempts', minutes }, form.values)
    const write = ({ photos, typed }: z.infer<typeof formInput>) =>
      writeReview(ctx, linkOf(event), typed, { language: lang, photos: photos.map((photo) => ({ content: photo, name: photo.name })) })
    return answer(event, form, write, 'da-gui')
  },
  edit: async (event) =>
    answer(event, await readForm(event.request, editReviewInput), (value) => editReview(event.locals.ctx, linkOf(event), value), 'da-luu'),
  object: async (event) =>
    answer(
      event,
      await readForm(event.request, reviewWordsInput),
      (value) => objectToHiding(event.locals.ctx, linkOf(event), value),
      'da-luu',
    ),
  withdraw: async (event) =>
    answer(event, await readForm(event.request, reviewInput), (value) => withdrawReview(event.locals.ctx, linkOf(event), value), 'da-luu'),
}
