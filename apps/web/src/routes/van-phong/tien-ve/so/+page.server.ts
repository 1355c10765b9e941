import { bankLineList } from '@dacsan/modules/payments'
import { addDays, addMonths, dateInVietnam } from '@dacsan/vietnam'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

const monthsShown = 6

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => {
  const first = `${dateInVietnam(ctx.now).slice(0, 7)}-01`
  const months = Array.from({ length: monthsShown }, (_, back) => {
    const from = addMonths(first, -back)
    return { from, to: addDays(addMonths(from, 1), -1) }
  })
  return { list: await showList(ctx, bankLineList, url), months }
}
