import type { OfficialDocument } from '@dacsan/papers'
import { issuers } from '../../papers/index.ts'
import { asFileName, counted, keptBy, listed, sampleMark } from '../../papers/words.ts'
import type { DecisionItem, DecisionView } from '../rules.ts'
import { citedDecision } from './cited-decision.ts'
import { ofDecision } from './decision-ground.ts'
import type { DecisionPaper } from './decision-ground.ts'
import { recognitionList } from './recognition-list.ts'

const { province, ministry } = issuers

const sentOn = ({ items }: DecisionView): DecisionItem[] => items.filter(({ outcome }) => outcome === 'potential-five')

/** Goes with the dossiers of five stars to the ministry, once the province has decided. */
export const ministryLetter: DecisionPaper = {
  ...ofDecision,
  address: 'cong-van-trinh-bo',
  formats: ['pdf', 'docx'],
  title: () => 'Công văn trình Bộ',
  says: ({ decision }) => `${counted(sentOn(decision).length)} sản phẩm tiềm năng 5 sao`,
  applies: ({ decision, minutes }) => minutes !== null && sentOn(decision).length > 0,
  absent: ({ decision }) => (decision.signedOn === null ? 'Có sau khi ban hành' : null),
  fileName: ({ decision }) => `cong-van-trinh-bo-${asFileName(decision.number ?? decision.id)}`,
  draw: (_, { decision }) => ministryLetterDocument({ ...decision, signedOn: decision.signedOn! }),
}

/**
 * Công văn của Ủy ban nhân dân tỉnh (Nghị định 30/2020/NĐ-CP, mẫu 1.5) with the seven parts of the file that Quyết định 26/2026/QĐ-TTg, Điều 6
 * asks for. Number and day are the pen's until the sending is entered; the signer always.
 */
export function ministryLetterDocument(decision: DecisionView & { signedOn: string }): OfficialDocument {
  const items = sentOn(decision)
  const year = decision.signedOn.slice(0, 4)
  return {
    issuingAgency: province.letterhead,
    number: decision.sentNumber?.split('/')[0],
    symbol: `UBND-${province.draftingUnit}`,
    place: province.place,
    date: decision.sentOn ?? year,
    subject: 'đề nghị đánh giá, công nhận sản phẩm OCOP 5 sao',
    addressees: [ministry.agency],
    blocks: [
      {
        kind: 'paragraph',
        text: `Căn cứ Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ tướng Chính phủ và ${citedDecision(decision, year)} của ${decision.authority} phê duyệt kết quả đánh giá, phân hạng sản phẩm OCOP, Ủy ban nhân dân ${province.name} đề nghị ${ministry.agency} tổ chức đánh giá, công nhận ${counted(items.length)} sản phẩm tiềm năng 5 sao (danh sách tại Phụ lục).`,
      },
      { kind: 'paragraph', text: 'Hồ sơ gửi kèm gồm:' },
      {
        kind: 'list',
        marker: 'number',
        items: listed([
          'Báo cáo của Tổ tư vấn về từng sản phẩm',
          'Báo cáo của Hội đồng (biên bản họp và kết quả chấm điểm)',
          citedDecision(decision, year),
          'Hồ sơ của từng sản phẩm',
          'Kết quả kiểm nghiệm bổ sung (nếu có)',
          '05 mẫu của mỗi sản phẩm (trừ dịch vụ du lịch)',
        ]),
      },
      { kind: 'paragraph', text: `Ủy ban nhân dân ${province.name} kính đề nghị ${ministry.agency} xem xét, đánh giá./.` },
    ],
    signatures: [{ authority: ['TM. Ủy ban nhân dân', 'Chủ tịch'] }],
    recipients: ['Như trên;', `${province.office.name};`, keptBy(province.draftingUnit)],
    appendices: [
      {
        label: 'Phụ lục',
        title: 'Danh sách sản phẩm đề nghị đánh giá 5 sao',
        note: '(Kèm theo Công văn này)',
        orientation: 'landscape',
        blocks: [recognitionList(items)],
      },
    ],
    ...sampleMark(items.some((item) => item.isSample)),
    createdAt: decision.recordedAt ?? decision.createdAt,
  }
}
