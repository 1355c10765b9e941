import { findPassport } from '@dacsan/modules/promotion'
import { passportOf } from '#lib/routes/passport-cookie.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = (event) => {
  event.setHeaders({ 'cache-control': 'no-store' })
  return findPassport(event.locals.ctx, event.params.slug, passportOf(event))
}
