import { dateLine } from '@dacsan/papers'
import type { OfficialDocument } from '@dacsan/papers'
import type { Manner } from '../../appraisal/rules.ts'
import { minutesOf } from '../../appraisal/words.ts'
import { issuers, legalBasesOn } from '../../papers/index.ts'
import { asFileName, counted, keptBy, listed, sampleMark, within } from '../../papers/words.ts'
import { countOutcomes, recognisedBy } from '../rules.ts'
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
  fileName: ({ decision, minutes }) => `to-trinh-${asFileName(decision.proposalNumber ?? minutes!.session.heldOn)}`,
  draw: (_, { decision, minutes }) => proposalDocument(decision, minutes!.session),
}

/** Tờ trình of the office to the chairman (Nghị định 30/2020/NĐ-CP, mẫu 1.4): on what grounds, what the council found, what is asked for, what is attached. */
export function proposalDocument(decision: DecisionView, session: { manner: Manner; heldOn: string; roundName: string }): OfficialDocument {
  const { 'potential-five': potential, 'not-recognised': failed } = countOutcomes(decision.items)
  const recognised = recognisedBy(decision.items).length
  const asked = [
    ...(recognised > 0 ? [`Công nhận ${counted(recognised)} sản phẩm đạt hạng sao và cấp giấy chứng nhận`] : []),
    ...(potential > 0 ? [`Trình ${issuers.ministry.agency} ${counted(potential)} sản phẩm tiềm năng 5 sao`] : []),
    ...(failed > 0 ? [`Thông báo kết quả tới chủ thể của ${counted(failed)} sản phẩm không đạt`] : []),
  ]
  return {
    superiorAgency: province.letterhead,
    issuingAgency: province.office.letterhead,
    number: decision.proposalNumber?.split('/')[0],
    symbol: province.office.proposalSymbol,
    place: province.place,
    date: decision.proposalOn ?? session.heldOn.slice(0, 4),
    typeName: 'Tờ trình',
    subject: `Về việc phê duyệt kết quả đánh giá, phân hạng sản phẩm OCOP\n${within(session.roundName)}`,
    addressees: [province.authority],
    legalBases: [...legalBasesOn(session.heldOn), `Căn cứ ${minutesOf[session.manner]} ${dateLine(session.heldOn)}`],
    blocks: [
      {
        kind: 'paragraph',
        text: `Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh đã ${session.manner === 'written' ? 'cho ý kiến bằng văn bản' : 'họp'} ${dateLine(session.heldOn)}, đánh giá ${counted(decision.items.length)} sản phẩm. ${province.office.name} kính trình ${province.authority} xem xét, phê duyệt kết quả (danh sách tại Phụ lục) như sau:`,
      },
      { kind: 'list', marker: 'number', items: listed(asked) },
      { kind: 'paragraph', text: 'Hồ sơ trình kèm theo gồm:' },
      {
        kind: 'list',
        marker: 'number',
        items: listed([
          'Dự thảo Quyết định phê duyệt kết quả đánh giá, phân hạng',
          `${session.manner === 'written' ? 'Biên bản tổng hợp ý kiến bằng văn bản của Hội đồng' : 'Biên bản họp Hội đồng'} ${dateLine(session.heldOn)}`,
          'Báo cáo của Tổ tư vấn về từng sản phẩm',
        ]),
      },
      { kind: 'paragraph', text: `${province.office.name} kính trình ${province.authority} xem xét, quyết định./.` },
    ],
    signatures: [{ authority: [province.office.head] }],
    recipients: ['Như trên;', keptBy(province.office.draftingUnit)],
    appendices: [
      {
        label: 'Phụ lục',
        title: 'Kết quả đánh giá, phân hạng',
        note: '(Kèm theo Tờ trình này)',
        orientation: 'landscape',
        blocks: [recognitionList(decision.items)],
      },
    ],
    ...sampleMark(decision.items.some((item) => item.isSample)),
    createdAt: decision.createdAt,
  }
}
