import { qrSvg } from '@dacsan/gs1/qr'
import type { SlipSheet } from './slip-model.ts'
import { typstPdf } from './typst.ts'

/**
 * Sets slips to hand out as PDF/A-2b, three to a sheet of A4, with lines to cut along. An empty list throws a RangeError.
 *
 * @example text(slipsPdf({ slips: [slip], createdAt })).slice(0, 5) // '%PDF-'
 */
export function slipsPdf({ slips, createdAt }: SlipSheet): Uint8Array {
  if (slips.length === 0) throw new RangeError('no slip to set')
  return typstPdf(
    'slips',
    slips.map((slip) => ({ ...slip, symbol: qrSvg(slip.address) })),
    createdAt,
  )
}
