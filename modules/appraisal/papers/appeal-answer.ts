import type { OfficialDocument } from '@dacsan/papers'
import { dateInVietnam, formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import { complaintBasesOn, issuers } from '../../papers/index.ts'
import type { Paper } from '../../papers/index.ts'
import { asFileName, keptBy, sampleMark } from '../../papers/words.ts'
import type { StoredAppeal } from '../appeals/appeal.store.ts'
import { appealAboutWords } from '../words.ts'

const { province } = issuers

/** A complaint with the day on which its answer is drawn. */
export type AnsweredAppeal = { appeal: StoredAppeal; today: PlainDate; now: Date }

const isAnswered = ({ appeal }: AnsweredAppeal) => appeal.answerSignedOn !== null

/** The answer to a complaint: a draft that leaves to the pen what nobody has decided, and once it was entered what was entered. */
export const appealAnswerPaper: Paper<AnsweredAppeal> = {
  address: 'tra-loi-khieu-nai',
  formats: ['pdf', 'docx'],
  by: { 'provincial-officer': 'any' },
  absent: ({ appeal }) => (appeal.acceptedAt === null ? 'Có sau khi thụ lý' : null),
  title: (ground) => (isAnswered(ground) ? 'Quyết định giải quyết khiếu nại' : 'Dự thảo trả lời khiếu nại'),
  says: () => 'Gửi chủ thể',
  about: ({ appeal }) => ({ type: 'appeal', id: appeal.id }),
  fileName: (ground) => `${isAnswered(ground) ? '' : 'du-thao-'}tra-loi-khieu-nai-${asFileName(ground.appeal.dossierCode)}`,
  kept: isAnswered,
  draw: (_, ground) => appealAnswer(ground),
}

/** Whoever decided answers first: the province about a result, its office about a refusal (Luật Khiếu nại 02/2011/QH13, Điều 17–21; our reading). */
const signedBy = {
  result: {
    issuingAgency: province.letterhead,
    symbol: province.decisionSymbol,
    decidingAuthority: province.authority,
    head: 'Chủ tịch',
    draftingUnit: province.draftingUnit,
  },
  refusal: {
    superiorAgency: province.letterhead,
    issuingAgency: province.office.letterhead,
    symbol: `QĐ-${province.office.noticeSymbol.split('-').at(-1)!}`,
    decidingAuthority: `${province.office.head} ${province.office.name}`,
    head: province.office.head,
    draftingUnit: province.office.draftingUnit,
  },
} as const satisfies Record<StoredAppeal['about'], object>

const conclusions = {
  granted: 'Chấp nhận khiếu nại.',
  rejected: 'Không chấp nhận khiếu nại.',
} as const
const open = '…'.repeat(60)

/** Quyết định giải quyết khiếu nại lần đầu, with what Luật Khiếu nại 02/2011/QH13, Điều 31 khoản 2 asks for. */
function appealAnswer({ appeal, today, now }: AnsweredAppeal): OfficialDocument {
  const { head, draftingUnit, decidingAuthority, ...issuer } = signedBy[appeal.about]
  const conclusion = appeal.status === 'granted' || appeal.status === 'rejected' ? conclusions[appeal.status] : '…'.repeat(20)
  const accepted = appeal.acceptedAt === null ? '' : ` thụ lý ngày ${formatDate(dateInVietnam(appeal.acceptedAt))}`
  return {
    ...issuer,
    number: appeal.answerNumber?.split('/')[0],
    place: province.place,
    date: appeal.answerSignedOn ?? today.slice(0, 4),
    typeName: 'Quyết định',
    subject: `Về việc giải quyết khiếu nại lần đầu\ncủa ${appeal.producerName}`,
    legalBases: [
      ...complaintBasesOn(appeal.answerSignedOn ?? today),
      `Căn cứ đơn khiếu nại ngày ${formatDate(dateInVietnam(appeal.filedAt))} của ${appeal.producerName},${accepted}`,
    ],
    decidingAuthority,
    blocks: [
      { kind: 'field', label: 'Người khiếu nại', value: `${appeal.producerName}, ${appeal.communeName}` },
      { kind: 'field', label: 'Hồ sơ', value: `${appeal.dossierCode}, sản phẩm ${appeal.productName}` },
      { kind: 'field', label: 'Khiếu nại về', value: `${appealAboutWords[appeal.about]}, ngày ${formatDate(appeal.decidedOn)}` },
      { kind: 'heading', level: 1, text: 'I. NỘI DUNG KHIẾU NẠI' },
      ...appeal.reason.split(/\n+/u).map((text) => ({ kind: 'paragraph', text }) as const),
      { kind: 'heading', level: 1, text: 'II. KẾT QUẢ XÁC MINH, CĂN CỨ' },
      ...(appeal.answer ?? `${open}\n${open}\n${open}`).split(/\n+/u).map((text) => ({ kind: 'paragraph', text }) as const),
      { kind: 'heading', level: 1, text: 'QUYẾT ĐỊNH:', align: 'center' },
      { kind: 'article', number: 1, text: `Kết luận: ${conclusion}` },
      {
        kind: 'article',
        number: 2,
        text: 'Không đồng ý với Quyết định này, người khiếu nại có quyền khiếu nại lần hai hoặc khởi kiện vụ án hành chính theo quy định của pháp luật về khiếu nại và tố tụng hành chính.',
      },
      {
        kind: 'article',
        number: 3,
        text: `${province.office.head} ${province.office.name} và ${appeal.producerName} chịu trách nhiệm thi hành Quyết định này./.`,
      },
    ],
    signatures: [appeal.answerSigner === null ? { authority: [head] } : { authority: [head], name: appeal.answerSigner }],
    recipients: ['Như Điều 3;', keptBy(draftingUnit)],
    ...sampleMark(appeal.isSample),
    createdAt: appeal.endedAt ?? now,
  }
}
