import { qrSvg } from '@dacsan/gs1/qr'
import type { Leaflet } from './leaflet-model.ts'
import { typstPdf } from './typst.ts'

/**
 * Sets the leaflet of a route as PDF/A-2b, on A4 or A5; places that one sheet does not hold stand on the next. Without a place it throws a RangeError.
 *
 * @example text(leafletPdf(leaflet)).slice(0, 5) // '%PDF-'
 */
export function leafletPdf({ createdAt, ...leaflet }: Leaflet): Uint8Array {
  if (leaflet.stops.length === 0) throw new RangeError('no place to set')
  return typstPdf('leaflet', { ...leaflet, symbol: qrSvg(leaflet.address) }, createdAt)
}
