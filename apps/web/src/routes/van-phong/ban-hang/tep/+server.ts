import { orderFilterInput, orderWorkbook } from '@dacsan/modules/shop'
import { workbookXlsx } from '@dacsan/papers'
import { csvFile } from '#lib/csv.ts'
import { download } from '#lib/download.ts'
import { filterOf } from '#lib/filter.ts'
import { formatMoment } from '#lib/moment.ts'
import type { RequestHandler } from './$types'

export const GET: RequestHandler = async ({ locals, url }) => {
  const workbook = await orderWorkbook(locals.ctx, orderFilterInput.parse(filterOf(url)))
  if (url.searchParams.get('dang') === 'csv') {
    const { columns, rows } = workbook.sheets[0]!
    const text = (value: unknown) => (value instanceof Date ? formatMoment(value) : String(value ?? ''))
    return csvFile('don-hang.csv', [columns.map(({ header }) => header), ...rows.map((row) => columns.map(({ key }) => text(row[key])))])
  }
  return download(await workbookXlsx(workbook), 'xlsx', 'don-hang')
}
