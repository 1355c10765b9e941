import type { Certificate } from '@dacsan/papers'
import { issuers } from '../issuers.ts'
import type { CertificateCard, DecisionCard } from '../rules.ts'
import { signatureOf } from './paper-words.ts'

const { province } = issuers

/** The star certificate of a recorded decision of the province; `origin` is the public address that its QR symbol leads to. */
export function certificateModel(
  certificate: CertificateCard & { issuedOn: string; validUntil: string },
  decision: DecisionCard & { number: string; signedOn: string },
  origin: string,
): Certificate {
  const { host } = new URL(origin)
  return {
    issuingAgency: province.letterhead,
    title: 'Giấy chứng nhận',
    programme: issuers.programme,
    number: certificate.code,
    product: certificate.productName,
    producer: certificate.producerName,
    address: certificate.address ?? province.name,
    stars: certificate.stars as Certificate['stars'],
    decision: { number: decision.number, date: decision.signedOn, authority: decision.authority },
    validFrom: certificate.issuedOn,
    validTo: certificate.validUntil,
    place: province.place,
    date: decision.signedOn,
    signature: signatureOf(decision.signerTitle, decision.signer),
    lookup: { url: `${origin}/giay-chung-nhan/${certificate.code}`, shownAs: `${host}/giay-chung-nhan` },
    ...(certificate.isSample ? { watermark: 'BẢN MẪU' } : {}),
    createdAt: decision.recordedAt ?? decision.createdAt,
  }
}
