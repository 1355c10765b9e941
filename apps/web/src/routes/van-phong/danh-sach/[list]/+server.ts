import { formatMoment } from '@dacsan/vietnam'
import { listWorkbook } from '@dacsan/modules/list-page'
import { drawAnew } from '@dacsan/modules/papers'
import { csvFile } from '#lib/csv.ts'
import { download } from '#lib/download.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async (event) => {
  const {
    locals: { ctx },
    params,
    url,
  } = event
  const workbook = await listWorkbook(ctx, params.list, url.searchParams)
  if (url.searchParams.get('dang') === 'csv') {
    const { columns, rows } = workbook.sheets[0]!
    const text = (value: unknown) => (value instanceof Date ? formatMoment(value) : String(value ?? ''))
    return csvFile(`${params.list}.csv`, [
      columns.map(({ header }) => header),
      ...rows.map((row) => columns.map(({ key }) => text(row[key]))),
    ])
  }
  return download(event, await drawAnew(ctx, { kind: 'workbook-xlsx', workbook }), { format: 'xlsx', name: params.list })
}
