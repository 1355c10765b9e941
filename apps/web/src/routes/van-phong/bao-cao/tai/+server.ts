import { renderReport } from '@dacsan/modules/programme'
import { reportPage as words } from '@dacsan/modules/programme/words'
import { download } from '#lib/download.ts'
import { readPeriod } from '#lib/programme/period.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const {
    locals: { ctx },
    url,
  } = event
  const period = readPeriod(url, ctx.now)
  const format = url.searchParams.get('dang') === 'xlsx' ? 'xlsx' : 'docx'
  const rendered = await renderReport(ctx, period, format)
  const name = `bao-cao-ocop-${period.from}-${period.to}`
  return download(event, rendered, { format, name, otherwise: { status: 400, say: () => words.wrongPeriod } })
}
