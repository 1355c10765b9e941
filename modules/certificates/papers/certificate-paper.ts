import type { Certificate } from '@dacsan/papers'
import { issuers } from '../../papers/index.ts'
import type { Paper } from '../../papers/index.ts'
import { asFileName, signatureOf } from '../../papers/words.ts'
import { certificateNumber } from '../../catalogue/rules.ts'
import type { Ctx } from '../../context.ts'
import { selectCertificatesOf } from '../certificate.store.ts'
import { credentialOf } from '../credentials/attest-certificate.ts'
import { proofAddress } from '../credentials/proof-address.ts'
import { readers } from '../policy.ts'
import { isWrittenHere } from '../rules.ts'
import type { CertificateCard, CertificateStatus, DecisionCard } from '../rules.ts'
import { ofDecision } from './decision-ground.ts'
import type { DecisionPaper } from './decision-ground.ts'

const { province } = issuers

/** What the paper of a certificate is drawn from; a certificate older than this platform has no decision here. */
export type CertificateGround = { certificate: CertificateCard; decision: DecisionCard | null }

/** A star certificate that the province issued here. Everybody may read of a certificate; its paper is for its producer and the offices. */
export const certificatePaper: Paper<CertificateGround> = {
  address: 'giay',
  formats: ['pdf'],
  by: { producer: 'owner', ...readers },
  title: () => 'Giấy chứng nhận',
  says: () => 'Khổ A4 ngang, có mã QR để tra',
  about: ({ certificate }) => ({ type: 'certificate', id: certificate.code }),
  absent: ({ decision }) => {
    if (!decision) return 'Giấy cấp trước khi có nền tảng'
    return isWrittenHere[decision.kind] ? null : 'Giấy do Bộ cấp'
  },
  fileName: ({ certificate }) => `giay-chung-nhan-${certificate.code}`,
  draw: async (ctx, { certificate, decision }, { origin }) => [await certificateModel(ctx, certificate, decision!, origin)],
}

/** Every certificate of a decision in one file to print, in the order of its list. */
export const certificatesPaper: DecisionPaper = {
  ...ofDecision,
  address: 'giay-chung-nhan',
  formats: ['pdf'],
  title: () => 'Giấy chứng nhận',
  says: ({ decision }) => {
    const issued = issuedBy(decision)
    return issued > 0 ? `${issued} giấy, in một lần` : 'Khổ A4 ngang, có mã QR để tra'
  },
  absent: ({ decision }) => {
    if (!isWrittenHere[decision.kind]) return 'Bộ cấp'
    if (issuedBy(decision) > 0) return null
    return decision.signedOn === null ? 'Có sau khi ban hành' : 'Không có'
  },
  fileName: ({ decision }) => `giay-chung-nhan-${asFileName(decision.number ?? decision.id)}`,
  draw: async (ctx, { decision }, { origin }) => {
    const certificates = await selectCertificatesOf(ctx.db, { decisionId: decision.id })
    const inOrder = decision.items.flatMap((item) => certificates.find((certificate) => certificate.dossierId === item.dossierId) ?? [])
    const models: Certificate[] = []
    for (const certificate of inOrder) models.push(await certificateModel(ctx, certificate, decision, origin))
    return models
  },
}

const issuedBy = ({ items }: { items: readonly { certificateCode: string | null }[] }) =>
  items.filter(({ certificateCode }) => certificateCode !== null).length

/** What a paper that must not be taken for a valid one says across its page. */
const marks: Record<CertificateStatus, string | undefined> = { active: undefined, superseded: 'ĐÃ THAY THẾ', withdrawn: 'ĐÃ THU HỒI' }

/** A sample that was withdrawn is both. */
const watermarkOf = ({ isSample, status }: CertificateCard) =>
  [isSample && 'BẢN MẪU', marks[status]].filter(Boolean).join(' · ') || undefined

/** One page; `origin` is the public address that its symbols lead to. */
async function certificateModel(ctx: Ctx, certificate: CertificateCard, decision: DecisionCard, origin: string): Promise<Certificate> {
  const { code, issuedOn, validUntil } = certificate
  const { number, signedOn } = decision
  if (issuedOn === null || validUntil === null || number === null || signedOn === null) throw new Error(`${code} is without its days`)
  const { host } = new URL(origin)
  const credential = await credentialOf(ctx, { code, origin })
  return {
    issuingAgency: province.letterhead,
    title: 'Giấy chứng nhận',
    programme: certificate.correctionNote === null ? issuers.programme : `${issuers.programme} (cấp lại, đính chính)`,
    number: certificate.paperNumber ?? certificateNumber(code) ?? code,
    product: certificate.productName,
    producer: certificate.producerName,
    address: certificate.address ?? province.name,
    stars: certificate.stars as Certificate['stars'],
    decision: { number, date: signedOn, authority: decision.authority },
    validFrom: issuedOn,
    validTo: validUntil,
    place: province.place,
    date: signedOn,
    signature: signatureOf(decision.signerTitle, decision.signer),
    lookup: { url: `${origin}/giay-chung-nhan/${code}`, shownAs: `${host}/giay-chung-nhan` },
    ...(credential !== null && { proof: { url: await proofAddress(origin, credential), says: 'Kiểm tra không cần mạng' } }),
    watermark: watermarkOf(certificate),
    createdAt: decision.recordedAt ?? decision.createdAt,
  }
}
