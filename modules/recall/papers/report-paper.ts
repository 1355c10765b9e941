import type { Block, OfficialDocument } from '@dacsan/papers'
import { dateInVietnam, dong, formatDate, formatDong, formatMoment } from '@dacsan/vietnam'
import { issuers } from '../../papers/index.ts'
import type { Paper } from '../../papers/index.ts'
import { sampleMark } from '../../papers/words.ts'
import { authorities } from '../acts.ts'
import { unnamedPack } from '../../inventory/words.ts'
import type { RecallView } from '../read-recall.ts'
import type { BalanceInUnit } from '../rules/balance.ts'
import { amountOf, buyersDoWords, looseWord, gapWords, handlingWords, originWords, tallyWords } from '../words.ts'

const { province } = issuers

/**
 * Báo cáo thu hồi (Nghị định 30/2020/NĐ-CP, mẫu 1.4), by the maker for the authority: what was recalled, how far it went, what became of it. Signed by
 * whoever recalls; before the case is closed it is a draft.
 */
export const reportPaper: Paper<RecallView> = {
  address: 'bao-cao-thu-hoi',
  formats: ['docx', 'pdf'],
  by: {
    producer: 'owner',
    ...(Object.fromEntries(authorities.map((role) => [role, 'any'])) as Record<(typeof authorities)[number], 'any'>),
  },
  about: ({ recall }) => ({ type: 'recall', id: recall.id }),
  title: () => 'Báo cáo thu hồi',
  says: ({ recall }) => (recall.status === 'closed' ? 'Để ký, gửi cơ quan' : 'Bản nháp, tính đến lúc này'),
  fileName: ({ recall }) => `bao-cao-thu-hoi-${recall.code.toLowerCase()}`,
  draw: (_, view) => reportDocument(view),
  kept: ({ recall }) => recall.status === 'closed' && !recall.isDrill,
}

export function reportDocument(view: RecallView): OfficialDocument {
  const { recall, balances, gaps } = view
  const day = dateInVietnam(recall.closedAt ?? recall.startedAt)
  return {
    issuingAgency: recall.producerName,
    number: recall.code.split('-').at(-1),
    symbol: 'BC-TH',
    place: province.place,
    // The day is for whoever signs it.
    date: day.slice(0, 7),
    typeName: recall.isDrill ? 'Báo cáo diễn tập' : 'Báo cáo',
    subject: `${recall.isDrill ? 'Diễn tập thu hồi' : 'Kết quả thu hồi'} sản phẩm\n${[...new Set(view.lots.map(({ productName }) => productName))].join(', ')}`,
    addressees: recall.isDrill ? undefined : [province.office.name],
    blocks: [
      { kind: 'heading', level: 1, text: 'I. Thông tin thu hồi' },
      { kind: 'field', label: '1. Cơ sở', value: recall.producerName },
      { kind: 'field', label: '2. Mã, hình thức', value: `${recall.code}, ${originWords[recall.origin].toLocaleLowerCase('vi')}` },
      { kind: 'field', label: '3. Lý do', value: recall.reason },
      { kind: 'field', label: '4. Mức rủi ro', value: recall.riskSays },
      { kind: 'field', label: '5. Bắt đầu', value: formatMoment(recall.startedAt) },
      {
        kind: 'field',
        label: '6. Quyết định của cơ quan',
        value: recall.decidedOn
          ? `${recall.decisionNumber} ngày ${formatDate(recall.decidedOn)}`
          : `chưa có, hạn ${formatMoment(recall.decideBy)}`,
      },
      { kind: 'field', label: '7. Cách xử lý', value: recall.handling ? handlingWords[recall.handling] : undefined },
      { kind: 'field', label: '8. Người mua được báo', value: buyersDoWords[recall.buyersDo] },
      { kind: 'field', label: '9. Kết thúc', value: recall.closedAt ? formatMoment(recall.closedAt) : 'chưa' },
      { kind: 'heading', level: 1, text: 'II. Hàng hóa' },
      goodsTable(view),
      ...balances.map((sum): Block => ({ kind: 'paragraph', text: equationOf(sum) })),
      { kind: 'heading', level: 1, text: 'III. Đơn hàng, điểm bán' },
      { kind: 'paragraph', text: reachedOf(view) },
      { kind: 'heading', level: 1, text: 'IV. Sổ hàng thu hồi' },
      ...tallyBlocks(view),
      { kind: 'heading', level: 1, text: 'V. Còn lại' },
      ...(gaps.length > 0
        ? gaps.map(({ gap, count, unit }): Block => ({ kind: 'paragraph', text: `- ${gapWords[gap](count, unit)}` }))
        : [{ kind: 'paragraph', text: 'Không còn gì chưa xong.' } as const]),
      ...(recall.remainderReason ? [{ kind: 'field', label: 'Lý do kết thúc khi còn thiếu', value: recall.remainderReason } as const] : []),
    ],
    signatures: [{ authority: ['Đại diện cơ sở'], hint: '(Ký, ghi rõ họ tên, đóng dấu nếu có)' }],
    ...sampleMark(recall.isSample),
    createdAt: recall.closedAt ?? recall.startedAt,
  }
}

/** What was made and what became of it; what there was none of is not said, but that nothing is missing is. */
function equationOf({ made, unit, missing, ...sum }: BalanceInUnit): string {
  const terms = [
    ['đã bán và chưa trả lại', sum.notReturned],
    ['lấy mẫu hoặc hỏng', sum.used],
    ['đã tiêu hủy', sum.destroyed],
    ['xử lý cách khác', sum.handled],
    ['còn giữ riêng', sum.inHand],
  ] as const
  const said = terms.filter(([, amount]) => amount !== 0).map(([what, amount]) => `${what} ${amountOf(amount, unit)}`)
  return `Làm ra ${amountOf(made, unit)}: ${[...said, `chưa rõ ở đâu ${amountOf(missing, unit)}`].join(', ')}.`
}

function reachedOf({ orders, partners }: RecallView): string {
  const due = orders.reduce((sum, { refundDueVnd }) => sum + refundDueVnd, 0)
  const ordered =
    orders.length === 0
      ? 'Không đơn hàng nào có hàng của các lô này.'
      : `${orders.length} đơn hàng đã đặt hàng của các lô này; còn phải hoàn ${formatDong(dong(due))}.`
  const answered = partners.filter(({ answeredAt }) => answeredAt).length
  const told =
    partners.length === 0
      ? 'Không có điểm bán, đối tác nào phải báo.'
      : `${partners.length} điểm bán, đối tác được báo, ${answered} nơi đã xác nhận ngừng bán.`
  return `${ordered} ${told}`
}

function goodsTable({ lots }: RecallView): Block {
  return {
    kind: 'table',
    fontSize: 10,
    columns: [
      { header: 'Sản phẩm, lô', width: 30 },
      { header: 'Làm ra', width: 10, align: 'right' },
      { header: 'Đã bán', width: 10, align: 'right' },
      { header: 'Trả lại', width: 10, align: 'right' },
      { header: 'Tìm thấy', width: 10, align: 'right' },
      { header: 'Mẫu, khác', width: 9, align: 'right' },
      { header: 'Tiêu hủy', width: 10, align: 'right' },
      { header: 'Chưa rõ', width: 11, align: 'right' },
    ],
    rows: lots.map(({ productName, number, unit, balance: { made, sold, returned, found, used, destroyed, handled, missing } }) => ({
      cells: [
        `${productName}, lô ${number} (${unit})`,
        ...[made, sold, returned, found, used + handled, destroyed, missing].map((one) => amountOf(one)),
      ],
    })),
  }
}

function tallyBlocks({ lines, lots }: RecallView): Block[] {
  if (lines.length === 0) return [{ kind: 'paragraph', text: 'Chưa ghi dòng nào.' }]
  const unitOf = new Map<string, string>(lots.map(({ id, unit }) => [id, unit]))
  const numberOf = new Map<string, string>(lots.map(({ id, number }) => [id, number]))
  return [
    {
      kind: 'table',
      fontSize: 10,
      columns: [
        { header: 'Lúc', width: 17 },
        { header: 'Lô, quy cách', width: 19 },
        { header: 'Việc', width: 18 },
        { header: 'Số lượng', width: 10, align: 'right' },
        { header: 'Nơi, người chứng kiến, ghi chú', width: 36 },
      ],
      rows: lines.map(({ at, lotId, kind, quantity, packId, packName, placeName, place, witness, note, fileName, photoName }) => ({
        cells: [
          formatMoment(at),
          `${numberOf.get(lotId) ?? ''}, ${packId ? (packName ?? unnamedPack) : looseWord}`,
          tallyWords[kind],
          amountOf(quantity, packId ? 'gói' : unitOf.get(lotId)),
          [placeName, place, witness && `chứng kiến: ${witness}`, note, fileName && `kèm ${fileName}`, photoName && `ảnh ${photoName}`]
            .filter(Boolean)
            .join('; '),
        ],
      })),
    },
  ]
}
