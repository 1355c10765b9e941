import type { Certificate } from '@dacsan/papers'
import { issuers } from '../issuers.ts'
import type { CertificateCard, DecisionCard } from '../rules.ts'
import { signatureOf } from './paper-words.ts'

const { province } = issuers

/** What a paper that must not be taken for a valid one says across its page. */
function markOf({ isSample, status }: CertificateCard): string | undefined {
  if (isSample) return 'BẢN MẪU'
  return status === 'withdrawn' ? 'ĐÃ THU HỒI' : status === 'superseded' ? 'ĐÃ THAY THẾ' : undefined
}

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
    watermark: markOf(certificate),
    createdAt: decision.recordedAt ?? decision.createdAt,
  }
}
