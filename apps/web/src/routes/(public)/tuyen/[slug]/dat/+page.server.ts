import { enquire, enquireInput, findPublicRoute } from '@dacsan/modules/promotion'
import { newId } from '@dacsan/platform/ids'
import { addDays, dateInVietnam } from '@dacsan/vietnam'
import { redirect } from '@sveltejs/kit'
import { readForm } from '#lib/forms.ts'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { faultsToVisitor, refusedToVisitor } from '#lib/routes/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, params }) => {
  const { route, fullDays } = await findPublicRoute(ctx, params.slug)
  return { route, fullDays, earliest: addDays(dateInVietnam(ctx.now), 1), requestKey: newId('key') }
}

export const actions: Actions = {
  default: async ({ request, locals: { ctx, m, lang }, params, getClientAddress }) => {
    const form = await readForm(request, enquireInput)
    if (!form.ok) return faultsToVisitor(m.route, form.answer.data)
    const outcome = await enquire(ctx, params.slug, form.value, getClientAddress())
    if (!outcome.ok) return refusedToVisitor(m.route, outcome.refusal, form.values)
    redirect(303, localHref(lang, paths.routeEnquiry(outcome.value.code)))
  },
}
