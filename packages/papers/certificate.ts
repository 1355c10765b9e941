import { qrSvg } from '@dacsan/gs1/qr'
import type { Certificate } from './certificate-model.ts'
import { dateLine, shortDate } from './paper-date.ts'
import { typstPdf } from './typst.ts'

/**
 * Sets a star certificate as PDF/A-2b, one A4 page in landscape. A long product name shrinks and wraps inside its place.
 * The QR symbol carries `lookup.url`; a malformed date throws a RangeError.
 *
 * @example text(certificatePdf({ ...certificate, product: 'Dừa sáp sợi sấy giòn', stars: 4 })).slice(0, 5) // '%PDF-'
 */
export function certificatePdf(certificate: Certificate): Uint8Array {
  return certificatesPdf([certificate])
}

/**
 * Sets several certificates as one PDF/A-2b to print at once, a page each, in the given order. An empty list throws a RangeError.
 *
 * @example text(certificatesPdf([certificate, certificate])).match(/\/Type \/Page\b/g).length // 2
 */
export function certificatesPdf(certificates: readonly Certificate[]): Uint8Array {
  const [first] = certificates
  if (!first) throw new RangeError('no certificate to set')
  return typstPdf('certificate', certificates.map(dataOf), first.createdAt)
}

function dataOf(certificate: Certificate) {
  const { decision } = certificate
  return {
    ...certificate,
    // The time belongs to the file: two pages that look alike are alike.
    createdAt: undefined,
    decision: { ...decision, day: shortDate(decision.date) },
    from: shortDate(certificate.validFrom),
    to: shortDate(certificate.validTo),
    dateLine: dateLine(certificate.date),
    symbol: qrSvg(certificate.lookup.url),
    // A kilobyte on paper that is kept flat: the modules are worth more than the correction of dirt.
    proof: certificate.proof && { says: certificate.proof.says, symbol: qrSvg(certificate.proof.url, { correction: 'L' }) },
  }
}
