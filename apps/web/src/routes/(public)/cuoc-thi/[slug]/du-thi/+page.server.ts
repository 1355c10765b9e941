import { redirect } from '@sveltejs/kit'
import { enterContest, enterContestInput, findPublicContest, mayTryEntry } from '@dacsan/modules/promotion'
import { newId } from '@dacsan/platform/ids'
import { z } from 'zod'
import { fieldsInLanguage, refusedToEntrant, uploadsOf, photoFiles, photoForm } from '#lib/contests/answers.ts'
import { readForm } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { contest, mostPhotos } = await findPublicContest(ctx, params.slug)
  return {
    contest: { slug: contest.slug, name: contest.name, takesEntries: contest.takesEntries, keepMonths: contest.keepMonths },
    mostPhotos,
    requestKey: newId('key'),
  }
}

const formInput = photoForm.pipe(z.object({ photos: photoFiles, typed: enterContestInput }))

export const actions: Actions = {
  default: async (event) => {
    const { ctx, lang, m } = event.locals
    const minutes = await mayTryEntry(ctx, event.getClientAddress())
    const form = await readForm(event.request, formInput)
    if (!form.ok) return fieldsInLanguage(m.contest, form.answer.data)
    if (minutes > 0) return refusedToEntrant(m.contest, { code: 'too-many-attempts', minutes }, form.values)
    const { photos, typed } = form.value
    const entered = await enterContest(ctx, event.params.slug, typed, { photos: uploadsOf(photos), language: lang })
    if (!entered.ok) return refusedToEntrant(m.contest, entered.refusal, form.values)
    const { number, secret } = entered.value
    redirect(303, localHref(lang, paths.contestEntry(event.params.slug, number, secret, 'da-gui')))
  },
}
