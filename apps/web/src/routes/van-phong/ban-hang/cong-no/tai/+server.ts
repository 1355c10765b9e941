import { printDebts } from '@dacsan/modules/shop'
import { dateInVietnam } from '@dacsan/vietnam'
import { download } from '#lib/download.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const { ctx } = event.locals
  return download(event, await printDebts(ctx), { format: 'xlsx', name: `cong-no-${dateInVietnam(ctx.now)}` })
}
