import { dateLine } from '@dacsan/papers'
import type { OfficialDocument } from '@dacsan/papers'
import { issuers } from '../../papers/index.ts'
import { counted, sampleMark, within } from '../../papers/words.ts'
import { countOutcomes } from '../rules.ts'
import type { DecisionView } from '../rules.ts'
import { ofDecision } from './decision-ground.ts'
import type { DecisionPaper } from './decision-ground.ts'
import { recognitionList } from './recognition-list.ts'

const { province } = issuers

export const proposal: DecisionPaper = {
  ...ofDecision,
  address: 'to-trinh',
  formats: ['pdf', 'docx'],
  title: () => 'Tờ trình',
  says: () => 'Trình Chủ tịch UBND tỉnh phê duyệt',
  applies: ({ minutes }) => minutes !== null,
  fileName: ({ minutes }) => `to-trinh-${minutes!.session.heldOn}`,
  draw: (_, { decision, minutes }) => proposalDocument(decision, minutes!.session),
}

/** Tờ trình of the office to the chairman (Nghị định 30/2020/NĐ-CP, mẫu 1.4): what the council found and what is asked for. */
export function proposalDocument(decision: DecisionView, session: { heldOn: string; roundName: string }): OfficialDocument {
  const { recognised, 'potential-five': potential, 'not-recognised': failed } = countOutcomes(decision.items)
  return {
    superiorAgency: province.letterhead,
    issuingAgency: province.office.letterhead,
    symbol: province.office.proposalSymbol,
    place: province.place,
    date: session.heldOn.slice(0, 4),
    typeName: 'Tờ trình',
    subject: `Về việc phê duyệt kết quả đánh giá, phân hạng sản phẩm OCOP\n${within(session.roundName)}`,
    addressees: [province.authority],
    blocks: [
      {
        kind: 'paragraph',
        text: `Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh đã họp ${dateLine(session.heldOn)}, đánh giá ${counted(decision.items.length)} sản phẩm. ${province.office.name} kính trình ${province.authority} xem xét, phê duyệt kết quả như sau:`,
      },
      {
        kind: 'list',
        marker: 'number',
        items: [
          `Công nhận ${counted(recognised)} sản phẩm đạt hạng sao và cấp giấy chứng nhận;`,
          ...(potential > 0 ? [`Trình ${issuers.ministry.agency} ${counted(potential)} sản phẩm tiềm năng 5 sao;`] : []),
          ...(failed > 0 ? [`Thông báo kết quả tới chủ thể của ${counted(failed)} sản phẩm không đạt.`] : []),
        ],
      },
      recognitionList(decision.items),
      { kind: 'paragraph', text: 'Kính trình xem xét, quyết định./.' },
    ],
    signatures: [{ authority: [province.office.head] }],
    recipients: ['Như trên;', 'Lưu: VT.'],
    ...sampleMark(decision.items.some((item) => item.isSample)),
    createdAt: decision.createdAt,
  }
}
