import { findDisclosure } from '@dacsan/modules/disclosure'
import { keepPage } from '#lib/keep-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const { ctx } = event.locals
  keepPage(event, { shows: 'disclosure' })
  return { disclosure: await findDisclosure(ctx), domain: event.url.host }
}
