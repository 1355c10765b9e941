import { printWithChannels } from '@dacsan/modules/channels'
import { statementWords as words } from '@dacsan/modules/payments/words'
import { download } from '#lib/download.ts'
import { readMonth } from '#lib/payments/period.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const { ctx } = event.locals
  const period = readMonth(event.url, ctx.now)
  const format = event.url.searchParams.get('dang') === 'xlsx' ? 'xlsx' : 'pdf'
  const name = `bang-ke-${period.from}-${period.to}`
  return download(event, await printWithChannels(ctx, period, format), {
    format,
    name,
    otherwise: { status: 422, say: () => words.backwards },
  })
}
