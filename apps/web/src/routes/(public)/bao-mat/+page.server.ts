import { privacyNotice } from '@dacsan/modules/privacy'
import { keepPage } from '#lib/keep-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  keepPage(event, { shows: 'privacy' })
  return { notice: await privacyNotice(event.locals.ctx) }
}
