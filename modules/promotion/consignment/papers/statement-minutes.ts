import type { OfficialDocument } from '@dacsan/papers'
import { dong, formatDate, formatDong } from '@dacsan/vietnam'
import { issuers } from '../../../papers/index.ts'
import type { Paper } from '../../../papers/index.ts'
import { sampleMark } from '../../../papers/words.ts'
import type { StatementView } from '../read-consignment.ts'
import { statementPage as words } from '../words/pages.ts'

const money = (vnd: number) => formatDong(dong(vnd))
const whole = (quantity: number) => quantity.toLocaleString('vi-VN')

/** What both sides sign: goods, money, differences. A draft until both have signed. */
export const statementMinutes: Paper<StatementView> = {
  address: 'bien-ban-doi-chieu',
  formats: ['pdf'],
  by: { producer: 'any', 'point-keeper': 'any' },
  about: ({ statement }) => ({ type: 'consignment-statement', id: statement.id }),
  title: () => 'Biên bản đối chiếu hàng ký gửi',
  says: ({ isOpen }) => (isOpen ? 'Chưa đủ chữ ký' : 'Hai bên đã ký'),
  absent: ({ isWithdrawn }) => (isWithdrawn ? 'Bảng này đã rút.' : null),
  fileName: ({ statement, consignment }) => `doi-chieu-${consignment.pointSlug}-${statement.number}`,
  draw: (_, view) => documentOf(view),
  kept: ({ isOpen }) => !isOpen,
}

function documentOf({ statement, consignment, lines, contracts }: StatementView): OfficialDocument {
  const differences = lines.filter(({ note }) => note !== '')
  return {
    issuingAgency: consignment.operatorName,
    place: issuers.province.place,
    date: statement.toOn,
    undated: true,
    typeName: 'Biên bản',
    subject: `Đối chiếu hàng ký gửi lần ${statement.number}\nKỳ ${formatDate(statement.fromOn)} – ${formatDate(statement.toOn)}`,
    blocks: [
      { kind: 'field', label: 'Chủ hàng', value: consignment.producerName },
      { kind: 'field', label: 'Điểm bán', value: `${consignment.pointName} (${consignment.operatorName}), ${consignment.pointAddress}` },
      {
        kind: 'field',
        label: 'Hợp đồng',
        value: contracts
          .map(
            (one) =>
              `${one.contractNumber} ngày ${formatDate(one.contractOn)}, bản ${one.version}, hoa hồng ${Number(one.commissionPercent)}%`,
          )
          .join('; '),
      },
      {
        kind: 'table',
        fontSize: 9,
        columns: [
          { header: 'Hàng, lô', width: 24 },
          ...Object.values(words.columns).map((header) => ({ header, width: 8, align: 'right' as const })),
        ],
        rows: lines.map((line) => ({
          cells: [
            `${line.productName}, ${line.lotNumber}`,
            ...(Object.keys(words.columns) as (keyof typeof words.columns)[]).map((column) => whole(line[column])),
          ],
        })),
      },
      { kind: 'paragraph', text: words.how },
      { kind: 'field', label: words.sold, value: money(statement.soldVnd) },
      { kind: 'field', label: words.commission, value: money(statement.commissionVnd) },
      { kind: 'field', label: words.lost, value: money(statement.lostVnd) },
      { kind: 'field', label: words.due, value: money(statement.dueVnd) },
      { kind: 'field', label: words.payBy, value: formatDate(statement.payBy) },
      ...differences.map((line) => ({ kind: 'paragraph' as const, text: `- ${line.productName}, ${line.lotNumber}: ${line.note}` })),
      ...(statement.minute ? [{ kind: 'field' as const, label: words.minute, value: statement.minute }] : []),
    ],
    signatures: [
      { authority: ['Đại diện chủ hàng'], ...(statement.ownerSignedByName !== null && { name: statement.ownerSignedByName }) },
      { authority: ['Đại diện điểm bán'], ...(statement.pointSignedByName !== null && { name: statement.pointSignedByName }) },
    ],
    ...sampleMark(consignment.isSample),
    createdAt: statement.madeAt,
  }
}
