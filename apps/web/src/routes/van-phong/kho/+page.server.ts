import { ownFile } from '@dacsan/modules/catalogue'
import { goodsList, ownShelf } from '@dacsan/modules/inventory'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const { producer } = await ownFile(ctx)
  if (!producer) return { list: null, shelf: null, saved: false }
  const [list, shelf] = await Promise.all([showList(ctx, goodsList, url), ownShelf(ctx)])
  return { list, shelf, saved: url.searchParams.has('da-luu') }
}
