import { dateLine } from '@dacsan/papers'
import type { OfficialDocument } from '@dacsan/papers'
import { issuers } from '../issuers.ts'
import type { DecisionView, RecognitionOutcome } from '../rules.ts'
import { counted, sampleMark, within } from './paper-words.ts'
import { recognitionList } from './recognition-list.ts'

const { province } = issuers

/** Tờ trình of the office to the chairman (Nghị định 30/2020/NĐ-CP, mẫu 1.4): what the council found and what is asked for. */
export function proposalDocument(decision: DecisionView, session: { heldOn: string; roundName: string }): OfficialDocument {
  const number = (outcome: RecognitionOutcome) => decision.items.filter((item) => item.outcome === outcome).length
  const potential = number('potential-five')
  const failed = number('not-recognised')
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
          `Công nhận ${counted(number('recognised'))} sản phẩm đạt hạng sao và cấp giấy chứng nhận;`,
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
