import type { Appendix, Block, OfficialDocument } from '@dacsan/papers'
import { formatDate } from '@dacsan/vietnam'
import { partTable, reasonBlocks, unmetLines } from '../../appraisal/index.ts'
import type { ResultRow } from '../../appraisal/index.ts'
import { ranksOn } from '../../law/index.ts'
import type { Ranks, RecognitionOutcome } from '../../law/rules.ts'
import { complaintOn, issuers } from '../../papers/index.ts'
import { asFileName, keptBy, points, sampleMark, within } from '../../papers/words.ts'
import { selectCertificate } from '../certificate.store.ts'
import type { CertificateCard, DecisionItem, DecisionView } from '../rules.ts'
import { citedDecision } from './cited-decision.ts'
import { ofDecision } from './decision-ground.ts'
import type { DecisionGround, DecisionPaper } from './decision-ground.ts'

const { province } = issuers

const itemOf = ({ decision }: DecisionGround, dossierId: string) => decision.items.find((item) => item.dossierId === dossierId)!

/** One for each product of a recorded decision. */
export const notice: DecisionPaper = {
  ...ofDecision,
  address: 'thong-bao',
  formats: ['pdf', 'docx'],
  title: () => 'Thông báo',
  says: () => 'Kết quả gửi chủ thể và địa phương',
  items: ({ decision }) => decision.items.map((item) => item.dossierId),
  about: (_, dossierId) => ({ type: 'dossier', id: dossierId }),
  absent: ({ decision }) => (decision.signedOn === null ? 'chưa có' : null),
  fileName: (ground, dossierId) => `thong-bao-${asFileName(itemOf(ground, dossierId).dossierCode)}`,
  draw: async ({ db }, ground, { item: dossierId }) => {
    const { decision, minutes } = ground
    const signedOn = decision.signedOn!
    const item = itemOf(ground, dossierId)
    const certificate = item.certificateCode === null ? undefined : await selectCertificate(db, item.certificateCode)
    const ranks = await ranksOn(db, minutes?.session.heldOn ?? signedOn)
    const result = minutes?.dossiers.find((row) => row.dossierId === dossierId)?.result ?? null
    return resultNotice({ ...decision, signedOn }, item, { result, certificate, ranks })
  },
}

/** The written notice to the producer and the commune (Quyết định 26/2026/QĐ-TTg, Điều 7, step 9): the result, and why. */
export function resultNotice(
  decision: DecisionView & { signedOn: string },
  item: DecisionItem,
  { result, certificate, ranks }: { result: ResultRow | null; certificate: CertificateCard | undefined; ranks: Ranks },
): OfficialDocument {
  const complaint = complaintOn(decision.signedOn)
  return {
    superiorAgency: province.letterhead,
    issuingAgency: province.office.letterhead,
    symbol: province.office.noticeSymbol,
    place: province.place,
    date: decision.signedOn.slice(0, 7),
    typeName: 'Thông báo',
    subject: `Kết quả đánh giá, phân hạng sản phẩm ${item.productName}`,
    blocks: [
      {
        kind: 'paragraph',
        text: `Căn cứ ${citedDecision(decision, decision.signedOn.slice(0, 4))} của ${decision.authority}, ${province.office.name} thông báo kết quả đánh giá sản phẩm “${item.productName}” (mã hồ sơ ${item.dossierCode}) như sau:`,
      },
      ...(result ? [partTable(result, ranks), ...unmetLines(result)] : []),
      ...outcomeLines(item, certificate),
      ...(complaint ? [{ kind: 'paragraph' as const, text: complaint }] : []),
      { kind: 'paragraph', text: `${province.office.name} thông báo để ${item.producerName} và địa phương biết, thực hiện./.` },
    ],
    signatures: [{ authority: [province.office.head] }],
    recipients: [`${item.producerName};`, `UBND ${within(item.communeName)};`, keptBy(province.office.draftingUnit)],
    appendices: result ? criteriaAppendix(item, result) : [],
    ...sampleMark(item.isSample),
    createdAt: decision.recordedAt ?? decision.createdAt,
  }
}

/** What the council says of each criterion: of the sheets together, so that it names nobody. */
function criteriaAppendix(item: DecisionItem, result: ResultRow): Appendix[] {
  const blocks = reasonBlocks(result)
  if (blocks.length === 0) return []
  return [{ label: 'Phụ lục', title: 'Ý kiến của Hội đồng theo từng tiêu chí', note: `(Sản phẩm ${item.productName})`, blocks }]
}

const sentOn = `Sản phẩm là sản phẩm tiềm năng 5 sao, được trình ${issuers.ministry.agency}. Kết quả của Bộ sẽ được thông báo sau.`

function outcomeLines(item: DecisionItem, certificate: CertificateCard | undefined): Block[] {
  const say = (text: string): Block => ({ kind: 'paragraph', text })
  if (certificate?.validUntil) {
    return [
      say(
        `Sản phẩm được công nhận hạng ${certificate.stars} sao. Giấy chứng nhận mã ${certificate.code}, có giá trị đến hết ngày ${formatDate(certificate.validUntil)}.`,
      ),
      ...(item.outcome === 'potential-five' ? [say(sentOn)] : []),
    ]
  }
  const refused = `Sản phẩm đạt ${points(item.total)} điểm, chưa được công nhận lần này. Chủ thể xem các nội dung chưa đạt, khắc phục và đăng ký ở đợt sau.`
  const withoutCertificate: Record<RecognitionOutcome, string> = {
    recognised: refused,
    'potential-five': sentOn,
    'not-recognised': refused,
  }
  return [say(withoutCertificate[item.outcome])]
}
