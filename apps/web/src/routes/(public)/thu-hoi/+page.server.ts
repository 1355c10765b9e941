import { listPublicRecalls } from '@dacsan/modules/recall'
import { keepPage } from '#lib/keep-page.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
  const asked = Number(event.url.searchParams.get('page') ?? '1')
  const found = await listPublicRecalls(event.locals.ctx, Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1)
  keepPage(event, { shows: 'recalls' })
  return found
}
