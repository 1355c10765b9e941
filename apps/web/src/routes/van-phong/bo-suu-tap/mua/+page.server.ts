import { clearSeason, clearSeasonInput, listSeasons, setSeason, setSeasonInput } from '@dacsan/modules/promotion'
import { redirect } from '@sveltejs/kit'
import { refusedSeason } from '#lib/collections/answers.ts'
import { readForm } from '#lib/forms.ts'
import { paths } from '#lib/paths.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  seasons: (await listSeasons(ctx)).map(({ slug, name, fromMonth, untilMonth, source, setByName }) => ({
    slug,
    name,
    fromMonth,
    untilMonth,
    source,
    setByName,
  })),
  saved: url.searchParams.has('da-luu'),
})

export const actions: Actions = {
  set: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, setSeasonInput)
    if (!form.ok) return form.answer
    const set = await setSeason(ctx, form.value)
    if (!set.ok) return refusedSeason(set.refusal, form.values)
    redirect(303, paths.seasons({ saved: true }))
  },
  clear: async ({ request, locals: { ctx } }) => {
    const form = await readForm(request, clearSeasonInput)
    if (!form.ok) return form.answer
    const cleared = await clearSeason(ctx, form.value)
    if (!cleared.ok) return refusedSeason(cleared.refusal, form.values)
    redirect(303, paths.seasons({ saved: true }))
  },
}
