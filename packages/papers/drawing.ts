import type { AddressLabelSheet } from './address-label-model.ts'
import { addressLabelsPdf } from './address-labels.ts'
import type { Certificate } from './certificate-model.ts'
import { certificatesPdf } from './certificate.ts'
import type { OfficialDocument } from './document-model.ts'
import type { LabelSheet } from './label-model.ts'
import { labelSheetPdf } from './labels.ts'
import type { Leaflet } from './leaflet-model.ts'
import { leafletPdf } from './leaflet.ts'
import type { PaperLists } from './list-model.ts'
import { listsPdf } from './lists.ts'
import { officialDocumentDocx } from './official-document-docx.ts'
import { officialDocumentPdf } from './official-document-pdf.ts'
import type { SharePicture } from './share-picture-model.ts'
import { sharePicturePng } from './share-picture.ts'
import type { SlipSheet } from './slip-model.ts'
import { slipsPdf } from './slips.ts'
import { labelsPng, labelsZpl } from './thermal-labels.ts'
import type { ThermalDpi } from './thermal-labels.ts'
import type { Workbook } from './workbook-model.ts'
import { workbookXlsx } from './workbook.ts'

/** What can be drawn, as data that another process can be sent. */
export type Drawing =
  | { kind: 'document-pdf'; document: OfficialDocument }
  | { kind: 'document-docx'; document: OfficialDocument }
  | { kind: 'certificates-pdf'; certificates: readonly Certificate[] }
  | { kind: 'label-sheet-pdf'; sheet: LabelSheet }
  | { kind: 'labels-zpl' | 'labels-png'; sheet: LabelSheet; dpi: ThermalDpi }
  | { kind: 'slips-pdf'; sheet: SlipSheet }
  | { kind: 'leaflet-pdf'; leaflet: Leaflet }
  | { kind: 'address-labels-pdf'; sheet: AddressLabelSheet }
  | { kind: 'lists-pdf'; lists: PaperLists }
  | { kind: 'share-picture-png'; picture: SharePicture }
  | { kind: 'workbook-xlsx'; workbook: Workbook }

/**
 * Draws by one function for all. It holds its process until it is done: a server that answers others meanwhile lets another process do it.
 *
 * @example text(await draw({ kind: 'label-sheet-pdf', sheet: { labels: [label], copies: 24, layout: labelLayouts[0], createdAt } })).slice(0, 5) // '%PDF-'
 */
export async function draw(drawing: Drawing): Promise<Uint8Array> {
  switch (drawing.kind) {
    case 'document-pdf':
      return officialDocumentPdf(drawing.document)
    case 'document-docx':
      return officialDocumentDocx(drawing.document)
    case 'certificates-pdf':
      return certificatesPdf(drawing.certificates)
    case 'label-sheet-pdf':
      return labelSheetPdf(drawing.sheet)
    case 'labels-zpl':
      return labelsZpl(drawing.sheet, drawing.dpi)
    case 'labels-png':
      return labelsPng(drawing.sheet, drawing.dpi)
    case 'slips-pdf':
      return slipsPdf(drawing.sheet)
    case 'leaflet-pdf':
      return leafletPdf(drawing.leaflet)
    case 'address-labels-pdf':
      return addressLabelsPdf(drawing.sheet)
    case 'lists-pdf':
      return listsPdf(drawing.lists)
    case 'share-picture-png':
      return sharePicturePng(drawing.picture)
    case 'workbook-xlsx':
      return workbookXlsx(drawing.workbook)
  }
}
