import { findStampedStop, stampPassport } from '@dacsan/modules/promotion'
import { fail, redirect } from '@sveltejs/kit'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { keepPassport, passportOf } from '#lib/routes/passport-cookie.ts'
import type { Actions, PageServerLoad } from './$types'

/** What the scan opens. It stamps nothing by itself: programs that look at an address before its reader does would stamp too. */
export const load: PageServerLoad = ({ locals: { ctx }, params, setHeaders }) => {
  // Other sites are not told the address. (`no-referrer` would take the origin off our own forms, which are then refused as cross-site.)
  setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'no-store' })
  return findStampedStop(ctx, params.slug, params.code.slice(0, 40))
}

export const actions: Actions = {
  default: async (event) => {
    const { locals, params } = event
    const { slug } = params
    const stamped = await stampPassport(locals.ctx, {
      slug,
      code: params.code.slice(0, 40),
      cookie: passportOf(event),
      address: event.getClientAddress(),
    })
    if ('minutes' in stamped) return fail(429, { minutes: stamped.minutes })
    keepPassport(event, stamped.cookie)
    redirect(303, localHref(locals.lang, paths.routePassport(slug)))
  },
}
