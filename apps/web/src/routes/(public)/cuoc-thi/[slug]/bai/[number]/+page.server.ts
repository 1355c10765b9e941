import { redirect } from '@sveltejs/kit'
import { changeEntry, changeEntryInput, findOwnEntry, mayTryEntry, withdrawEntry } from '@dacsan/modules/promotion'
import { averageOf } from '@dacsan/modules/promotion/rules'
import { z } from 'zod'
import { fieldsInLanguage, refusedToEntrant, uploadsOf, photoFiles, photoForm } from '#lib/contests/answers.ts'
import { readForm } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

/** What the address of an entry says: its number and its secret. */
const heldBy = ({ params, url }: Pick<RequestEvent, 'params' | 'url'>) => ({
  number: /^\d{1,6}$/.test(params.number) ? Number(params.number) : 0,
  secret: (url.searchParams.get('k') ?? '').slice(0, 64),
})

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'referrer-policy': 'same-origin' })
  const held = heldBy(event)
  const { place, ...view } = await findOwnEntry(event.locals.ctx, event.params.slug, held)
  const { searchParams } = event.url
  return {
    ...view,
    place: place && { place: place.place, average: averageOf(place) },
    secret: held.secret,
    done: searchParams.has('da-gui') ? ('sent' as const) : searchParams.has('da-luu') ? ('saved' as const) : null,
  }
}

const formInput = photoForm.pipe(z.object({ photos: photoFiles, typed: changeEntryInput }))

export const actions: Actions = {
  change: async (event) => {
    const { ctx, lang, m } = event.locals
    const held = heldBy(event)
    const { entry } = await findOwnEntry(ctx, event.params.slug, held)
    const minutes = await mayTryEntry(ctx, event.getClientAddress())
    const form = await readForm(event.request, formInput)
    if (!form.ok) return fieldsInLanguage(m.contest, form.answer.data)
    if (minutes > 0) return refusedToEntrant(m.contest, { code: 'too-many-attempts', minutes }, form.values)
    const { photos, typed } = form.value
    const changed = await changeEntry(ctx, { entryId: entry.id, secret: held.secret }, typed, uploadsOf(photos))
    if (!changed.ok) return refusedToEntrant(m.contest, changed.refusal, form.values)
    redirect(303, localHref(lang, paths.contestEntry(event.params.slug, held.number, held.secret, 'da-luu')))
  },
  withdraw: async (event) => {
    const { ctx, lang, m } = event.locals
    const held = heldBy(event)
    const { entry } = await findOwnEntry(ctx, event.params.slug, held)
    const withdrawn = await withdrawEntry(ctx, { entryId: entry.id, secret: held.secret })
    if (!withdrawn.ok) return refusedToEntrant(m.contest, withdrawn.refusal, {})
    redirect(303, localHref(lang, paths.contestEntry(event.params.slug, held.number, held.secret)))
  },
}
