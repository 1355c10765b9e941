import { redirect } from '@sveltejs/kit'
import { askReturn, askReturnInput, mayTry, mostPhotos, returnForm } from '@dacsan/modules/returns'
import { newId } from '@dacsan/platform/ids'
import { z } from 'zod'
import { sayReason, sayReturnField, spokenReturns } from '@dacsan/modules/returns/words'
import { readForm, sayFaults } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { say } from '#lib/say.ts'
import { sayDay } from '#lib/say-day.ts'
import { linkOf, refusedReturn } from '#lib/returns/answers.ts'
import { linesAsked } from '#lib/returns/lines-asked.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  if (!event.url.searchParams.get('k')) redirect(303, localHref(event.locals.lang, paths.orders))
  event.setHeaders({ 'referrer-policy': 'same-origin' })
  const { lang } = event.locals
  const link = linkOf(event)
  const words = spokenReturns[lang]
  const { reasons, ...form } = await returnForm(event.locals.ctx, link)
  return {
    ...form,
    link,
    reasons: reasons.map(({ key, says, until, always }) => ({
      value: key,
      label: sayReason(lang, { key, says }),
      hint: until === null ? words.ask[always ? 'alwaysOpen' : 'noEnd'] : say(words.ask.until, { day: sayDay(lang, until) }),
    })),
    /** What may be asked for which reasons. */
    asks: [...Map.groupBy(reasons, ({ wishes }) => wishes.map((wish) => words.wishes[wish]).join('; '))].map(([wishes, having]) =>
      say(words.ask.asksFor, { reasons: having.map((reason) => sayReason(lang, reason)).join(', '), wishes }),
    ),
    /** What any of these reasons lets ask for: what does not go with the reason is refused beside the field. */
    wishes: [...new Set(reasons.flatMap(({ wishes }) => wishes))].map((value) => ({ value, label: words.wishes[value] })),
    mostPhotos,
    requestKey: newId('key'),
  }
}

const file = z.instanceof(File)
/** The form has a field for each line of the order; what is empty is not asked back. */
const formInput = z
  .looseObject({ photo: z.union([file, z.array(file)]).optional() })
  .transform(({ photo, ...fields }) => ({
    photos: photo === undefined ? [] : [photo].flat(),
    typed: { ...fields, lines: linesAsked(fields) },
  }))
  .pipe(z.object({ photos: z.array(file), typed: askReturnInput }))

export const actions: Actions = {
  default: async (event) => {
    const { ctx, lang } = event.locals
    const link = linkOf(event)
    const minutes = await mayTry(ctx, event.getClientAddress())
    const form = await readForm(event.request, formInput)
    if (!form.ok) return withFields(sayFaults(form.answer, (said) => sayReturnField(lang, said)))
    if (minutes > 0) return refusedReturn({ code: 'too-many-attempts', minutes }, form.values, lang)
    const { photos, typed } = form.value
    const uploads = photos.map((photo) => ({ content: photo, name: photo.name }))
    const outcome = await askReturn(ctx, link, typed, uploads)
    if (!outcome.ok) return refusedReturn(outcome.refusal, form.values, lang)
    redirect(303, localHref(lang, paths.orderReturnSaved(link.code, outcome.value.returnId, link.secret, 'da-gui')))
  },
}

/** The faults of what was typed, beside the fields that have them. */
function withFields<Answer extends { data: { errors: Record<string, string> } }>(answer: Answer): Answer {
  const { errors } = answer.data
  answer.data.errors = Object.fromEntries(
    Object.entries(errors).map(([name, says]) => [name.startsWith('typed.lines') ? 'lines' : name.replace(/^typed\./u, ''), says]),
  )
  return answer
}
