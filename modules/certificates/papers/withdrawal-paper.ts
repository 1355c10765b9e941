import { dateLine } from '@dacsan/papers'
import type { OfficialDocument } from '@dacsan/papers'
import { issuers, legalBasesOn } from '../../papers/index.ts'
import type { Paper } from '../../papers/index.ts'
import { asFileName, keptBy, sampleMark, signatureOf, within } from '../../papers/words.ts'
import { selectWithdrawalSigner } from '../certificate.store.ts'
import { readers } from '../policy.ts'
import type { CertificateCard } from '../rules.ts'
import { withdrawalReasonWords } from '../words.ts'
import type { CertificateGround } from './certificate-paper.ts'
import { citedProposal } from './cited-decision.ts'

const { province } = issuers

/** The decision that takes a certificate back, as it was entered; the ministry writes its own. */
export const withdrawalPaper: Paper<CertificateGround> = {
  address: 'quyet-dinh-thu-hoi',
  formats: ['pdf', 'docx'],
  by: { producer: 'owner', ...readers },
  applies: ({ certificate }) => certificate.withdrawnOn !== null,
  absent: ({ certificate }) => (certificate.withdrawalAuthority === province.authority ? null : 'Văn bản của Bộ'),
  title: () => 'Quyết định thu hồi',
  says: () => 'Thu hồi giấy chứng nhận',
  about: ({ certificate }) => ({ type: 'certificate', id: certificate.code }),
  fileName: ({ certificate }) => `quyet-dinh-thu-hoi-${asFileName(certificate.code)}`,
  draw: async ({ db }, { certificate }) => withdrawalDocument(certificate, await selectWithdrawalSigner(db, certificate.code)),
}

/** Quyết định thu hồi giấy chứng nhận (Quyết định 26/2026/QĐ-TTg, Điều 8–9; Nghị định 30/2020/NĐ-CP, mẫu 1.2). */
export function withdrawalDocument(
  certificate: CertificateCard,
  { signer, signerTitle }: { signer: string | null; signerTitle: string | null },
): OfficialDocument {
  const { withdrawnOn, withdrawalNumber, withdrawalReason, withdrawalNote } = certificate
  const day = withdrawnOn!
  const issued = [
    certificate.decisionNumber && `Quyết định số ${certificate.decisionNumber}`,
    certificate.decisionDate && dateLine(certificate.decisionDate),
    certificate.authority && `của ${certificate.authority}`,
  ]
    .filter(Boolean)
    .join(' ')
  return {
    issuingAgency: province.letterhead,
    number: withdrawalNumber?.split('/')[0],
    symbol: province.decisionSymbol,
    place: province.place,
    date: day,
    typeName: 'Quyết định',
    subject: `Về việc thu hồi Giấy chứng nhận sản phẩm OCOP\ncủa sản phẩm ${certificate.productName}`,
    decidingAuthority: province.authority,
    legalBases: [
      ...legalBasesOn(day),
      ...(certificate.decisionNumber ? [`Căn cứ ${issued}`] : []),
      `Theo đề nghị của ${province.office.head} ${province.office.name} tại ${citedProposal({ proposalNumber: null, proposalOn: null }, day.slice(0, 4))}`,
    ],
    enactingWords: 'Quyết định:',
    blocks: [
      {
        kind: 'article',
        number: 1,
        text: `Thu hồi Giấy chứng nhận hạng ${certificate.stars} sao của sản phẩm “${certificate.productName}”, chủ thể ${certificate.producerName}${certificate.address ? `, địa chỉ ${within(certificate.address)}` : ''}${issued ? `, cấp theo ${issued}` : ''}.`,
      },
      {
        kind: 'article',
        number: 2,
        text: `Lý do thu hồi: ${[withdrawalReason && within(withdrawalReasonWords[withdrawalReason]), withdrawalNote]
          .filter(Boolean)
          .join('; ')
          .replace(/[.;\s]+$/u, '')}.`,
      },
      {
        kind: 'article',
        number: 3,
        text: 'Kể từ ngày Quyết định này có hiệu lực, chủ thể không sử dụng giấy chứng nhận và dấu hiệu OCOP trên sản phẩm nêu tại Điều 1.',
      },
      { kind: 'article', number: 4, text: 'Quyết định này có hiệu lực kể từ ngày ký.' },
      {
        kind: 'article',
        number: 5,
        text: `Chánh Văn phòng Ủy ban nhân dân tỉnh, ${province.office.head} ${province.office.name}, Chủ tịch Ủy ban nhân dân xã, phường nơi sản xuất và chủ thể nêu tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.`,
      },
    ],
    signatures: [signatureOf(signerTitle, signer)],
    recipients: ['Như Điều 5;', `${issuers.ministry.agency} (để b/c);`, keptBy(province.draftingUnit)],
    ...sampleMark(certificate.isSample),
    createdAt: new Date(`${day}T00:00:00+07:00`),
  }
}
