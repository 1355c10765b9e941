import type { Block, OfficialDocument } from '@dacsan/papers'
import { dateInVietnam, dong, formatDate, formatDong } from '@dacsan/vietnam'
import { issuers } from '../../../papers/index.ts'
import type { Paper } from '../../../papers/index.ts'
import { sampleMark } from '../../../papers/words.ts'
import type { FairReport } from '../report-fair.ts'
import { stageWords } from '../../buyers/words/names.ts'
import { reportPage as words } from '../words/pages.ts'
import { placeWords, saleSourceWords, visitMethodWords } from '../words/names.ts'

const { province } = issuers
const money = (amount: number) => formatDong(dong(amount))

/**
 * Báo cáo kết quả tổ chức, tham gia hội chợ (Nghị định 81/2018/NĐ-CP, Mẫu số 14): within thirty days after the closing. The form itself is not at hand;
 * what it asks for stands here by the decree and by what provinces publish. A draft until it was reported.
 */
export const reportPaper: Paper<FairReport> = {
  address: 'bao-cao-hoi-cho',
  formats: ['docx', 'pdf'],
  by: { 'trade-department': 'any' },
  about: ({ fair }) => ({ type: 'fair', id: fair.id }),
  title: () => 'Báo cáo kết quả hội chợ',
  says: ({ fair }) => (fair.reportedAt ? 'Để ký, gửi' : 'Bản nháp, tính đến lúc này'),
  fileName: ({ fair }) => `bao-cao-${fair.slug}`,
  draw: (_, report) => reportDocument(report),
  kept: ({ fair }) => fair.reportedAt !== null,
}

function reportDocument(report: FairReport): OfficialDocument {
  const { fair, figures, totals, visits, costs, after, best } = report
  const at = fair.reportedAt ?? fair.createdAt
  const registered =
    fair.exemptNumber && fair.exemptOn
      ? `không phải đăng ký, theo quyết định ${fair.exemptNumber} ngày ${formatDate(fair.exemptOn)}`
      : fair.registeredNumber && fair.registeredOn
        ? `${fair.registeredNumber} ngày ${formatDate(fair.registeredOn)}`
        : undefined
  return {
    issuingAgency: 'Sở Công Thương',
    symbol: 'BC-SCT',
    place: province.place,
    // The day is for whoever signs it.
    date: dateInVietnam(at).slice(0, 7),
    typeName: 'Báo cáo',
    subject: `Kết quả ${fair.isInside ? 'tổ chức' : 'tham gia'} hội chợ\n${fair.name}`,
    blocks: [
      { kind: 'heading', level: 1, text: 'I. Thông tin hội chợ' },
      { kind: 'field', label: '1. Tên, chủ đề', value: [fair.name, fair.theme].filter(Boolean).join(', ') },
      { kind: 'field', label: '2. Thời gian', value: `từ ${formatDate(fair.opensOn)} đến ${formatDate(fair.closesOn)}` },
      {
        kind: 'field',
        label: '3. Địa điểm',
        value: `${fair.venue} (${placeWords[fair.isInside ? 'inside' : 'outside'].toLocaleLowerCase('vi')})`,
      },
      { kind: 'field', label: '4. Đơn vị tổ chức', value: fair.organiser },
      { kind: 'field', label: '5. Công văn', value: `${fair.letterNumber} ngày ${formatDate(fair.letterOn)}` },
      { kind: 'field', label: '6. Đăng ký', value: registered },
      { kind: 'heading', level: 1, text: 'II. Kết quả' },
      { kind: 'field', label: '1. Cơ sở OCOP tham gia', value: `${figures.units}, ${figures.products} sản phẩm` },
      { kind: 'field', label: '2. Vắng mặt, vào thay', value: `${figures.absent}, ${figures.substitutes}` },
      {
        kind: 'field',
        label: '3. Lượt khách',
        value:
          visits.length === 0
            ? undefined
            : `${totals.visits.toLocaleString('vi-VN')} (${[...new Set(visits.map(({ countedBy }) => visitMethodWords[countedBy]))].join(', ')})`,
      },
      {
        kind: 'field',
        label: '4. Doanh số tại gian',
        value: `${money(totals.salesVnd)}, trong đó ${saleSourceWords.measured} ${money(totals.measuredVnd)}, ${saleSourceWords.recorded} ${money(totals.recordedVnd)}, ${saleSourceWords['self-declared']} ${money(totals.salesVnd - totals.measuredVnd - totals.recordedVnd)}`,
      },
      {
        kind: 'field',
        label: '5. Trong đó đơn qua nền tảng',
        value: `${money(totals.shopVnd)} (đã tính trong doanh số gian hàng trên nền tảng)`,
      },
      ...(best.length === 0
        ? []
        : [
            {
              kind: 'field',
              label: '6. Gian bán nhiều nhất',
              value: best.map(({ producerName, amountVnd }) => `${producerName} ${money(amountVnd)}`).join('; '),
            } as const,
          ]),
      { kind: 'heading', level: 1, text: 'III. Kinh phí' },
      ...costBlocks(costs),
      { kind: 'field', label: 'Tổng tiền thuê, hỗ trợ', value: `${money(totals.priceVnd)}, ${money(totals.spentVnd)}` },
      { kind: 'heading', level: 1, text: 'IV. Kết quả sau hội chợ' },
      ...(after.length === 0 ? [{ kind: 'paragraph', text: 'Chưa đến mốc hoặc chưa cơ sở nào báo.' } as const] : []),
      ...after.map((one): Block => ({
        kind: 'paragraph',
        text: `- Sau ${one.days} ngày: ${one.stands} cơ sở báo ${one.contracts} hợp đồng trị giá ${money(one.contractVnd)}, bán thêm ${money(one.salesVnd)}; bên cạnh ${money(one.spentVnd)} hỗ trợ.`,
      })),
      ...report.begun.map(({ days, relations }): Block => ({
        kind: 'paragraph',
        text: `- ${words.begunAfter(days, relations.length)}: ${relations.map((one) => words.begunOne(one.producerName, one.buyerName, one.goods, stageWords[one.stage].toLocaleLowerCase('vi'))).join('; ') || words.none}`,
      })),
      { kind: 'heading', level: 1, text: 'V. Nhận xét, kiến nghị' },
      { kind: 'paragraph', text: fair.resultWords || '' },
    ],
    signatures: [{ authority: ['Giám đốc'], hint: '(Ký, ghi rõ họ tên, đóng dấu)' }],
    ...sampleMark(fair.isSample),
    createdAt: at,
  }
}

function costBlocks(costs: FairReport['costs']): Block[] {
  if (costs.length === 0) return [{ kind: 'paragraph', text: 'Chưa ghi chứng từ nào.' }]
  return [
    {
      kind: 'table',
      fontSize: 10,
      columns: [
        { header: 'Cơ sở', width: 28 },
        { header: 'Vị trí, số gian', width: 12 },
        { header: 'Hợp đồng', width: 20 },
        { header: 'Giá thuê', width: 14, align: 'right' },
        { header: 'Hỗ trợ', width: 14, align: 'right' },
        { header: 'Nguồn', width: 12 },
      ],
      rows: costs.map((one) => ({
        cells: [
          one.producerName,
          one.standNumber,
          `${one.contractNumber}, ${formatDate(one.contractOn)}`,
          money(one.priceVnd),
          money(one.supportedVnd),
          one.budget,
        ],
      })),
    },
  ]
}
