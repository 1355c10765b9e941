import { qrSvg } from '@dacsan/gs1/qr'
import type { AddressLabelSheet } from './address-label-model.ts'
import { typstPdf } from './typst.ts'

/**
 * Sets the labels of parcels as PDF/A-2b: pages of A6, or four to a sheet of A4 with lines to cut along. An empty list throws a RangeError.
 *
 * @example text(addressLabelsPdf({ labels: [addressLabel], paper: 'a6', createdAt })).slice(0, 5) // '%PDF-'
 */
export function addressLabelsPdf({ labels, paper, createdAt }: AddressLabelSheet): Uint8Array {
  if (labels.length === 0) throw new RangeError('no label to set')
  return typstPdf('address-labels', { paper, labels: labels.map((label) => ({ ...label, symbol: qrSvg(label.code) })) }, createdAt)
}
