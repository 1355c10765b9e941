import { renderReport } from '@dacsan/modules/programme'
import { reportPage as words } from '@dacsan/modules/programme/words'
import { error } from '@sveltejs/kit'
import { download } from '#lib/download.ts'
import { readPeriod } from '#lib/programme/period.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals: { ctx }, url }) => {
  const period = readPeriod(url, ctx.now)
  const rendered = await renderReport(ctx, period)
  if (!rendered.ok) error(400, words.wrongPeriod)
  const format = url.searchParams.get('dang') === 'xlsx' ? 'xlsx' : 'docx'
  return download(rendered.value[format], format, `bao-cao-ocop-${period.from}-${period.to}`)
}
