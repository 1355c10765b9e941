import { dong, formatDate, formatDong } from '@dacsan/vietnam'
import type { Dong, PlainDate } from '@dacsan/vietnam'
import type { Rule } from '../../law/rules.ts'
import type { StatementSums } from '../rules/statement.ts'

export const statementWords = {
  titleOfBuyer: (name: string) => `Bảng kê công nợ của ${name}`,
  ofEverybody: 'Xem bảng kê của mọi đơn',
  title: 'Bảng kê bán hàng',
  lead: 'Từng đơn và từng khoản tiền của kỳ, cộng lại bằng tay được. Kỳ đã qua không đổi nữa.',
  period: 'Kỳ',
  from: 'Từ ngày',
  to: 'Đến ngày',
  see: 'Xem',
  days: (from: string, to: string) => `${from} – ${to}`,
  unit: 'Đơn vị',
  dong: 'đồng',
  code: 'Mã đơn',
  placedOn: 'Ngày đặt',
  sum: 'Cộng',
  sums: {
    openingVnd: 'Đầu kỳ còn phải thu',
    goodsVnd: 'Tiền hàng',
    deliveryVnd: 'Phí giao hàng',
    discountVnd: 'Giảm giá',
    givenUpVnd: 'Hủy, trả, cân thực',
    receivedVnd: 'Đã nhận',
    refundedVnd: 'Đã hoàn',
    closingVnd: 'Cuối kỳ còn phải thu',
    revenueVnd: 'Đã giao trong kỳ',
  } satisfies Record<keyof StatementSums, string>,
  howAdded:
    'Cách cộng, từng dòng và cả bảng: đầu kỳ + tiền hàng + phí giao hàng − giảm giá − hủy − đã nhận + đã hoàn = cuối kỳ. Số âm là tiền của khách, phải hoàn hoặc giao hàng. Đơn được mở lại thì cột hủy là số âm.',
  toReceive: 'Còn phải thu',
  toGiveBack: 'Còn phải hoàn',
  taxes: 'Thuế',
  exempt: ({ on, rule }: Exempt) =>
    rule ? exemptUpTo(rule) : `Nền tảng chưa ghi mức doanh thu chưa phải nộp thuế áp dụng ngày ${formatDate(on)}: hãy hỏi cơ quan thuế.`,
  unknown:
    'Nền tảng không biết cơ sở nộp thuế theo cách nào (khấu trừ, theo doanh thu, hay chưa phải nộp), doanh thu bán ngoài nền tảng và chi phí: không khấu trừ, không nộp thay. Số ước tính chỉ đúng với hộ nộp theo tỷ lệ trên doanh thu.',
  asPdf: 'Tải PDF',
  asXlsx: 'Tải Excel',
  none: 'Kỳ này không có đơn, không có tiền.',
  backwards: 'Ngày cuối kỳ phải từ ngày đầu kỳ trở đi.',
}

type Exempt = { on: PlainDate; rule: Pick<Rule<'tax.exempt-revenue-vnd'>, 'value' | 'instrument' | 'certainty'> | null }

const exemptUpTo = ({ value, instrument, certainty }: NonNullable<Exempt['rule']>) =>
  `Hộ có doanh thu năm đến ${formatDong(dong(value))} chưa phải nộp (${instrument})${certainty === 'conflict' ? '; các nguồn trái nhau, hãy hỏi cơ quan thuế' : ''}.`

type TaxTopic = 'tax.goods-vat-percent' | 'tax.goods-income-percent'
type Tax = {
  topic: TaxTopic
  on: PlainDate
  known: { rule: Pick<Rule<TaxTopic>, 'value' | 'instrument' | 'article'>; estimateVnd: Dong } | null
}

const taxNames: Record<TaxTopic, string> = { 'tax.goods-vat-percent': 'Thuế GTGT', 'tax.goods-income-percent': 'Thuế TNCN' }

/** What a rate comes to on the revenue of the period, or that no rate is known for its last day. */
export function sayTax({ topic, on, known }: Tax): string {
  const name = taxNames[topic]
  if (!known) return `${name}: nền tảng chưa ghi mức thuế áp dụng ngày ${formatDate(on)}, nên không ước tính.`
  const { rule, estimateVnd } = known
  const percent = String(rule.value).replace('.', ',')
  return `${name} nếu nộp theo tỷ lệ ${percent} % trên doanh thu đã giao: ước ${formatDong(estimateVnd)} (${[rule.instrument, rule.article].filter(Boolean).join(', ')}).`
}
