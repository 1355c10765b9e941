import { invoiceFile } from '@dacsan/modules/shop'
import { readId } from '@dacsan/platform/ids'
import { download } from '#lib/download.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) =>
  download(event, await invoiceFile(event.locals.ctx, readId('iex', event.params.id)), { format: 'xlsx', name: 'hoa-don' })
