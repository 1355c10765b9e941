import { dateLine } from '@dacsan/papers'
import type { Block, OfficialDocument } from '@dacsan/papers'
import { dateInVietnam } from '@dacsan/vietnam'
import { issuers, legalBasesOn } from '../../papers/index.ts'
import type { Paper } from '../../papers/index.ts'
import { asFileName, counted, keptBy, sampleMark, signatureOf, within } from '../../papers/words.ts'
import { selectWithdrawalSigner } from '../certificate.store.ts'
import { readers } from '../policy.ts'
import type { CertificateCard, WithdrawalReason } from '../rules.ts'
import { selectWithdrawnBy } from '../withdrawals/withdrawal.store.ts'
import type { WithdrawalProposal } from '../withdrawals/withdrawal.store.ts'
import { withdrawalReasonWords } from '../words.ts'
import type { CertificateGround } from './certificate-paper.ts'
import { citedDecision, citedProposal } from './cited-decision.ts'

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
  draw: async ({ db }, { certificate }) =>
    withdrawalDocument(certificate, {
      ...(await selectWithdrawalSigner(db, certificate.code)),
      number: certificate.withdrawalNumber,
      signedOn: certificate.withdrawnOn,
      lawOn: certificate.withdrawnOn!,
      reason: certificate.withdrawalReason,
      note: certificate.withdrawalNote,
      together: await selectWithdrawnBy(db, certificate),
      createdAt: new Date(`${certificate.withdrawnOn!}T00:00:00+07:00`),
    }),
}

/** What is laid before whoever signs: one proposal or several, of certificates that the province takes back. */
export type WithdrawalDraft = { certificate: CertificateCard; proposals: readonly [WithdrawalProposal, ...WithdrawalProposal[]]; now: Date }

/** The same before the signature, with number and day left to the pen. It is drawn anew as long as proposals come and go, and not kept. */
export const withdrawalDraftPaper: Paper<WithdrawalDraft> = {
  address: 'du-thao-quyet-dinh-thu-hoi',
  formats: ['pdf', 'docx'],
  by: readers,
  title: () => 'Dự thảo quyết định thu hồi',
  says: () => 'Số và ngày để trống',
  about: ({ certificate }) => ({ type: 'certificate', id: certificate.code }),
  fileName: () => 'du-thao-quyet-dinh-thu-hoi',
  kept: () => false,
  draw: (_, { certificate, proposals: [first, ...others], now }) =>
    withdrawalDocument(certificate, {
      signer: null,
      signerTitle: null,
      number: null,
      signedOn: null,
      lawOn: dateInVietnam(now),
      reason: first.reason,
      note: first.note,
      together: [first, ...others],
      createdAt: now,
    }),
}

/** What a proposal stands on, as a decision cites it. */
const citedGround = ({ conclusionNumber, conclusionBy, foundedOn, communeName }: WithdrawalProposal) =>
  conclusionNumber === null
    ? `Căn cứ xác nhận của Ủy ban nhân dân ${communeName ? within(communeName) : 'xã'} ${dateLine(foundedOn!)} về việc ngừng sản xuất`
    : `Căn cứ Kết luận số ${conclusionNumber} ${dateLine(foundedOn!)} của ${conclusionBy}`

const reasonOf = (reason: WithdrawalReason | null, note: string | null) =>
  [reason && within(withdrawalReasonWords[reason]), note]
    .filter(Boolean)
    .join('; ')
    .replace(/[.;\s]+$/u, '')

const issuedBy = (decision: { decisionNumber: string | null; decisionDate: string | null; authority: string | null }) =>
  [
    decision.decisionNumber && `Quyết định số ${decision.decisionNumber}`,
    decision.decisionDate && dateLine(decision.decisionDate),
    decision.authority && `của ${decision.authority}`,
  ]
    .filter(Boolean)
    .join(' ')

/** A decision as it was entered, or its draft: `lawOn` is the day whose law it cites. */
type WithdrawalDecision = {
  number: string | null
  signedOn: string | null
  lawOn: string
  signer: string | null
  signerTitle: string | null
  reason: WithdrawalReason | null
  note: string | null
  together: readonly WithdrawalProposal[]
  createdAt: Date
}

/** Quyết định thu hồi giấy chứng nhận (Quyết định 26/2026/QĐ-TTg, Điều 8–9; Nghị định 30/2020/NĐ-CP, mẫu 1.2), of one certificate or of several in its list. */
export function withdrawalDocument(
  certificate: CertificateCard,
  { number, signedOn, lawOn, signer, signerTitle, reason, note, together, createdAt }: WithdrawalDecision,
): OfficialDocument {
  const year = lawOn.slice(0, 4)
  const issued = issuedBy(certificate)
  const several = together.length > 1
  const one = `Thu hồi Giấy chứng nhận hạng ${certificate.stars} sao của sản phẩm “${certificate.productName}”, chủ thể ${certificate.producerName}${certificate.address ? `, địa chỉ ${within(certificate.address)}` : ''}${issued ? `, cấp theo ${issued}` : ''}.`
  return {
    issuingAgency: province.letterhead,
    number: number?.split('/')[0],
    symbol: province.decisionSymbol,
    place: province.place,
    date: signedOn ?? year,
    typeName: 'Quyết định',
    subject: several
      ? `Về việc thu hồi Giấy chứng nhận sản phẩm OCOP\ncủa ${counted(together.length)} sản phẩm`
      : `Về việc thu hồi Giấy chứng nhận sản phẩm OCOP\ncủa sản phẩm ${certificate.productName}`,
    decidingAuthority: province.authority,
    legalBases: [
      ...legalBasesOn(lawOn),
      ...(!several && certificate.decisionNumber ? [`Căn cứ ${issued}`] : []),
      ...new Set(together.map(citedGround)),
      `Theo đề nghị của ${province.office.head} ${province.office.name} tại ${citedProposal({ proposalNumber: null, proposalOn: null }, year)}`,
    ],
    enactingWords: 'Quyết định:',
    blocks: [
      {
        kind: 'article',
        number: 1,
        text: several ? `Thu hồi ${counted(together.length)} Giấy chứng nhận sản phẩm OCOP có tên tại Phụ lục.` : one,
      },
      {
        kind: 'article',
        number: 2,
        text: several ? 'Lý do thu hồi của từng giấy ghi tại Phụ lục.' : `Lý do thu hồi: ${reasonOf(reason, note)}.`,
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
    ...(several && {
      appendices: [
        {
          label: 'Phụ lục',
          title: 'Danh sách giấy chứng nhận bị thu hồi',
          note: `(Kèm theo ${citedDecision({ number, signedOn }, year)})`,
          orientation: 'landscape' as const,
          blocks: [withdrawnList(together)],
        },
      ],
    }),
    ...sampleMark(certificate.isSample),
    createdAt,
  }
}

const withdrawnList = (together: readonly WithdrawalProposal[]): Block => ({
  kind: 'table',
  fontSize: 12,
  columns: [
    { header: 'STT', width: 1.5, align: 'center' },
    { header: 'Tên sản phẩm', width: 5 },
    { header: 'Chủ thể', width: 5 },
    { header: 'Hạng sao', width: 2, align: 'center' },
    { header: 'Cấp theo quyết định số', width: 4 },
    { header: 'Lý do thu hồi', width: 8 },
  ],
  columnNumbers: true,
  rows: together.map((one, index) => ({
    cells: [
      String(index + 1),
      one.productName,
      one.producerName,
      `${one.stars} sao`,
      one.decisionNumber ?? '',
      reasonOf(one.reason, one.note),
    ],
  })),
})
