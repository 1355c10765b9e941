import type { Block, OfficialDocument } from '@dacsan/papers'
import { formatDate } from '@dacsan/vietnam'
import type { MinutesDossier } from '../../appraisal/index.ts'
import { issuers } from '../issuers.ts'
import type { CertificateCard, DecisionItem, DecisionView, Ranks } from '../rules.ts'
import { citedDecision, points, sampleMark, within } from './paper-words.ts'
import { partTable, unmetLines } from './result-tables.ts'

const { province } = issuers

/** What the producer and the commune are told in writing (Quyết định 26/2026/QĐ-TTg, Điều 7, step 9): the result, and why. */
export function resultNotice(
  decision: DecisionView & { signedOn: string },
  item: DecisionItem,
  { result, certificate, ranks }: { result: MinutesDossier['result']; certificate: CertificateCard | undefined; ranks: Ranks },
): OfficialDocument {
  return {
    superiorAgency: province.letterhead,
    issuingAgency: province.office.letterhead,
    symbol: province.office.noticeSymbol,
    place: province.place,
    date: decision.signedOn.slice(0, 7),
    typeName: 'Thông báo',
    subject: `Kết quả đánh giá, phân hạng sản phẩm ${item.productName}`,
    addressees: [`${item.producerName};`, `Ủy ban nhân dân ${within(item.communeName)}.`],
    blocks: [
      {
        kind: 'paragraph',
        text: `Căn cứ ${citedDecision(decision, decision.signedOn.slice(0, 4))} của ${decision.authority}, ${province.office.name} thông báo kết quả đánh giá sản phẩm “${item.productName}” (mã hồ sơ ${item.dossierCode}) như sau:`,
      },
      ...(result ? [partTable(result, ranks), ...unmetLines(result)] : []),
      ...outcomeLines(item, certificate),
      { kind: 'paragraph', text: `${province.office.name} thông báo để ${item.producerName} và địa phương biết, thực hiện./.` },
    ],
    signatures: [{ authority: [province.office.head] }],
    recipients: ['Như trên;', 'Lưu: VT.'],
    ...sampleMark(item.isSample),
    createdAt: decision.recordedAt ?? decision.createdAt,
  }
}

function outcomeLines(item: DecisionItem, certificate: CertificateCard | undefined): Block[] {
  const say = (text: string): Block => ({ kind: 'paragraph', text })
  if (certificate?.validUntil) {
    return [
      say(
        `Sản phẩm được công nhận hạng ${certificate.stars} sao. Giấy chứng nhận mã ${certificate.code}, có giá trị đến hết ngày ${formatDate(certificate.validUntil)}.`,
      ),
    ]
  }
  if (item.outcome === 'potential-five') {
    return [say(`Sản phẩm là sản phẩm tiềm năng 5 sao, được trình ${issuers.ministry.agency}. Kết quả của Bộ sẽ được thông báo sau.`)]
  }
  return [
    say(
      `Sản phẩm đạt ${points(item.total)} điểm, chưa được công nhận lần này. Chủ thể xem các nội dung chưa đạt, khắc phục và đăng ký ở đợt sau.`,
    ),
  ]
}
