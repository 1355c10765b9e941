import type { OfficialDocument } from './document-model.ts'
import { dateLine, open } from './paper-date.ts'
import { typstPdf } from './typst.ts'

/**
 * Sets an official paper as PDF/A-2b on A4, by Nghị định 30/2020/NĐ-CP, Phụ lục I, with its fonts inside.
 * Characters that no font has print as an empty box; a malformed date throws a RangeError.
 *
 * @example officialDocumentPdf({ issuingAgency: 'Ủy ban nhân dân tỉnh Vĩnh Long', symbol: 'QĐ-UBND', typeName: 'Quyết định', … })
 */
export function officialDocumentPdf(document: OfficialDocument): Uint8Array {
  const { createdAt, ...data } = document
  const title = [document.typeName, document.subject.replaceAll('\n', ' ')].filter(Boolean).join(' ')
  return typstPdf('official-document', { ...data, title, number: document.number || open, dateLine: dateLine(document.date) }, createdAt)
}
