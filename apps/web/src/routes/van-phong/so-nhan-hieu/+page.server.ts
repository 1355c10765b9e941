import { markList, mayKeepMarks } from '@dacsan/modules/promotion'
import { showList } from '#lib/list/show-list.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals: { ctx }, url }) => ({
  list: await showList(ctx, markList, url),
  mayKeep: mayKeepMarks(ctx.actor),
})
