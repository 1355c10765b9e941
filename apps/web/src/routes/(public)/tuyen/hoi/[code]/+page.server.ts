import { followVisitEnquiry, takeOfferedDay, withdrawEnquiry } from '@dacsan/modules/promotion'
import { redirect } from '@sveltejs/kit'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { refusedToVisitor } from '#lib/routes/answers.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals: { ctx }, params, setHeaders }) => {
  // The address is the key.
  // Other sites are not told the address. (`no-referrer` would take the origin off our own forms, which are then refused as cross-site.)
  setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'no-store' })
  return followVisitEnquiry(ctx, params.code.slice(0, 20))
}

export const actions: Actions = {
  take: async ({ locals: { ctx, m, lang }, params }) => {
    const outcome = await takeOfferedDay(ctx, params.code.slice(0, 20))
    if (!outcome.ok) return refusedToVisitor(m.route, outcome.refusal, {})
    redirect(303, localHref(lang, paths.routeEnquiry(params.code)))
  },
  withdraw: async ({ locals: { ctx, m, lang }, params }) => {
    const outcome = await withdrawEnquiry(ctx, params.code.slice(0, 20))
    if (!outcome.ok) return refusedToVisitor(m.route, outcome.refusal, {})
    redirect(303, localHref(lang, paths.routeEnquiry(params.code)))
  },
}
