import { findPassport } from '@dacsan/modules/promotion'
import { redirect } from '@sveltejs/kit'
import { localHref } from '#lib/languages.ts'
import { paths } from '#lib/paths.ts'
import { passportOf } from '#lib/routes/passport-cookie.ts'
import type { PageServerLoad } from './$types'

/** Only for a device that has every stamp. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' })
  const { route, stops, completedOn } = await findPassport(event.locals.ctx, event.params.slug, passportOf(event))
  if (completedOn === null) redirect(303, localHref(event.locals.lang, paths.routePassport(event.params.slug)))
  return { route, stops: stops.map(({ name }) => name), completedOn }
}
