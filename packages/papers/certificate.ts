import { qrSvg } from '@dacsan/gs1/qr'
import type { Certificate } from './certificate-model.ts'
import { dateLine, shortDate } from './paper-date.ts'
import { typstPdf } from './typst.ts'

/**
 * Sets a star certificate as PDF/A-2b, one A4 page in landscape. A long product name shrinks and wraps inside its place.
 * The QR symbol carries `lookup.url`; a malformed date throws a RangeError.
 *
 * @example certificatePdf({ product: 'Dừa sáp sợi sấy giòn', stars: 4, validFrom: '2026-11-23', validTo: '2029-11-22', … })
 */
export function certificatePdf(certificate: Certificate): Uint8Array {
  const { createdAt, decision, ...data } = certificate
  return typstPdf(
    'certificate',
    {
      ...data,
      decision: { ...decision, day: shortDate(decision.date) },
      from: shortDate(certificate.validFrom),
      to: shortDate(certificate.validTo),
      dateLine: dateLine(certificate.date),
      symbol: qrSvg(certificate.lookup.url),
    },
    createdAt,
  )
}
