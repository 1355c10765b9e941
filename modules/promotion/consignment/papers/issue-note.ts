import type { OfficialDocument } from '@dacsan/papers'
import { dateInVietnam, dong, formatDate, formatDong } from '@dacsan/vietnam'
import { issuers } from '../../../papers/index.ts'
import type { Paper } from '../../../papers/index.ts'
import { sampleMark } from '../../../papers/words.ts'
import type { NoteView } from '../read-consignment.ts'
import { notePaperWords as words } from '../words/papers.ts'

const money = (vnd: number) => formatDong(dong(vnd))
const whole = (quantity: number) => quantity.toLocaleString('vi-VN')

/** The note that goes with the goods, with every field of the decree; whoever may read the note may print it. */
export const issueNotePaper: Paper<NoteView> = {
  address: 'phieu-xuat-kho',
  formats: ['pdf'],
  by: { producer: 'any', 'point-keeper': 'any' },
  about: ({ note }) => ({ type: 'consignment-note', id: note.id }),
  title: ({ note }) => words.title[note.letter],
  says: ({ note }) => words.says(note.formSymbol, note.number),
  fileName: ({ note }) => `phieu-xuat-kho-${note.formSymbol}-${note.number}`,
  draw: (_, view) => documentOf(view),
  kept: ({ note }) => note.status === 'received',
}

function documentOf({ note, consignment, lines, totalVnd }: NoteView): OfficialDocument {
  const isOut = note.direction === 'out'
  const came = note.status === 'received'
  return {
    issuingAgency: isOut ? consignment.producerName : consignment.operatorName,
    place: issuers.province.place,
    date: dateInVietnam(note.sentAt),
    typeName: words.title[note.letter],
    subject: words.says(note.formSymbol, note.number),
    blocks: [
      { kind: 'field', label: 'Căn cứ hợp đồng', value: `số ${note.contractNumber} ngày ${formatDate(note.contractOn)}` },
      {
        kind: 'field',
        label: 'Giữa',
        value: `${consignment.producerName} (chủ hàng) và ${consignment.operatorName} (${consignment.pointName})`,
      },
      { kind: 'field', label: 'Lý do xuất kho', value: note.reason },
      { kind: 'field', label: 'Họ tên người vận chuyển', value: note.carrier },
      { kind: 'field', label: 'Phương tiện vận chuyển', value: note.vehicle },
      { kind: 'field', label: 'Xuất tại kho', value: note.fromStore },
      { kind: 'field', label: 'Nhập tại kho', value: note.toStore },
      {
        kind: 'table',
        fontSize: 10,
        columns: [
          { header: 'STT', width: 5, align: 'center' },
          { header: 'Tên hàng hóa', width: 30 },
          { header: 'Số lô, hạn dùng', width: 18 },
          { header: 'ĐVT', width: 10 },
          { header: 'Xuất', width: 8, align: 'right' },
          { header: 'Nhận', width: 8, align: 'right' },
          { header: 'Đơn giá', width: 13, align: 'right' },
          { header: 'Thành tiền', width: 15, align: 'right' },
        ],
        rows: [
          ...lines.map((line) => ({
            cells: [
              String(line.line),
              line.productName,
              [line.lotNumber, line.expiresOn && formatDate(line.expiresOn)].filter(Boolean).join(', '),
              line.packName ?? line.unit,
              whole(line.quantity),
              line.received === null ? '' : whole(line.received),
              money(line.priceVnd),
              money(line.amountVnd),
            ],
          })),
          { emphasis: 'total' as const, cells: ['', 'Cộng', '', '', '', '', '', money(totalVnd)] },
        ],
      },
      ...(came && note.minute ? [{ kind: 'field' as const, label: 'Biên bản chênh lệch', value: note.minute }] : []),
      { kind: 'paragraph', text: words.legal, indent: false },
    ],
    signatures: [
      { authority: [words.issuer], name: note.sentByName },
      { authority: [words.carrier], name: note.carrier },
      { authority: [words.receiver], ...(note.receivedByName !== null && { name: note.receivedByName }) },
    ],
    ...sampleMark(consignment.isSample),
    createdAt: note.receivedAt ?? note.sentAt,
  }
}
