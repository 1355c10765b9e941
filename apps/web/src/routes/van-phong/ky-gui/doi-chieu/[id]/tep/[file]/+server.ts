import { salesFile, statementPaper } from '@dacsan/modules/promotion'
import { readId } from '@dacsan/platform/ids'
import { download, paperResponse } from '#lib/download.ts'
import type { RequestHandler } from './$types'

/** The minutes to sign, or the list of what was sold by rate of tax. */
export const GET: RequestHandler = async (event) => {
  const { ctx } = event.locals
  const statementId = readId('csm', event.params.id)
  const { file } = event.params
  if (file !== 'bang-ke-ban-ra.xlsx') return paperResponse(event, await statementPaper(ctx, { statementId, file }))
  return download(event, await salesFile(ctx, statementId), { format: 'xlsx', name: 'bang-ke-ban-ra' })
}
