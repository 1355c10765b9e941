import type { PaperSet } from './set-model.ts'
import { typstPdf } from './typst.ts'

/** How high a foot is on a page that is as wide as A4, in points. */
export const footHeight = 20

/**
 * Sets what stands around papers that are bound into one: the index, the notices (a page of A4 each), then the feet, each a page of its own of A4's
 * width and `footHeight`. Whoever binds takes them apart again: as many pages as there are feet from the end, before them as many as there are notices.
 *
 * @example
 * const lines = [{ title: 'Đơn', level: 1, page: 2, note: '' }]
 * text(paperSetPdf({ title: 'Hồ sơ', facts: [], indexTitle: 'Mục lục', lines, notices: [], feet: [], createdAt })).slice(0, 5) // '%PDF-'
 */
export function paperSetPdf({ createdAt, ...set }: PaperSet): Uint8Array {
  return typstPdf('paper-set', set, createdAt, { tagged: false })
}
