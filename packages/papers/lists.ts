import { qrSvg } from '@dacsan/gs1/qr'
import type { PaperLists } from './list-model.ts'
import { typstPdf } from './typst.ts'

/**
 * Sets lists as PDF/A-2b on A4, each from a page of its own; the heading of a table stands on each of its pages. No list throws a RangeError.
 *
 * @example text(listsPdf({ lists: [paperList], createdAt })).slice(0, 5) // '%PDF-'
 */
export function listsPdf({ lists, orientation = 'portrait', createdAt }: PaperLists): Uint8Array {
  if (lists.length === 0) throw new RangeError('no list to set')
  for (const { title, columns, rows } of lists)
    if (rows.some(({ cells }) => cells.length !== columns.length))
      throw new RangeError(`a row of "${title}" has not the cells of its columns`)
  const drawn = lists.map((list) => ({ ...list, ...(list.code !== undefined && { symbol: qrSvg(list.code) }) }))
  return typstPdf('lists', { orientation, lists: drawn }, createdAt)
}
