import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { AheadKind, AheadPeriod, PayTime } from '../rules.ts'

const aheadKindWords = { 'pre-order': 'Đặt trước theo mùa', 'made-to-order': 'Làm theo đơn' } satisfies Record<AheadKind, string>
export const payTimeWords = { now: 'Trả đủ khi đặt', 'when-there': 'Trả khi có hàng' } satisfies Record<PayTime, string>
export const periodWords = { day: 'mỗi ngày làm việc', week: 'mỗi tuần' } satisfies Record<AheadPeriod, string>

type Terms = {
  kind: AheadKind
  season: string | null
  firstDeliveryOn: PlainDate | null
  lastOrderOn: PlainDate | null
  leadLeast: number | null
  leadMost: number | null
}

/** What a seller offers ahead, in one phrase. */
export const sayAheadTerms = ({ kind, season, firstDeliveryOn, lastOrderOn, leadLeast, leadMost }: Terms): string =>
  kind === 'pre-order'
    ? `${aheadKindWords[kind]}: ${season}, giao từ ${formatDate(firstDeliveryOn!)}, nhận đặt đến hết ${formatDate(lastOrderOn!)}`
    : `${aheadKindWords[kind]}: xong trong ${leadLeast}–${leadMost} ngày làm việc`

/** What the page says on which a seller offers what does not exist yet, and gives it out. */
export const aheadPage = {
  title: 'Đặt trước · Bán hàng',
  tab: 'Đặt trước',
  heading: 'Bán trước khi có hàng',
  lead: 'Nhận đặt cho một mùa hoặc làm theo đơn. Không giữ gì trên kệ; có hàng thì chia theo thứ tự đặt.',
  none: 'Chưa bán trước quy cách nào.',
  promised: (promised: number, offered: number, unit: string) => `đã hứa ${promised} / ${offered} ${unit}`,
  perPeriod: (promised: number, offered: number, unit: string, period: string) =>
    `nhận ${offered} ${unit} ${period}, đã hứa ${promised} ${unit}`,
  waiting: (waiting: number, unit: string) => `còn ${waiting} ${unit} chờ hàng`,
  end: 'Ngừng nhận đặt',
  ended: 'Đã ngừng nhận đặt',
  orders: 'Đơn chờ hàng, theo thứ tự chia',
  noOrders: 'Không có đơn nào chờ hàng.',
  allot: 'Chia hàng có trên kệ',
  aboutAllot: 'Hàng nhập kho cũng tự được chia mỗi 10 phút: lô hết hạn trước đi trước, đơn đặt trước nhận trước, đơn nào cũng đủ mới chia.',
  allotted: (allotted: number, waiting: number) => `Đã chia ${allotted} đơn, còn ${waiting} đơn chờ hàng.`,
  due: (day: PlainDate) => `hẹn ${formatDate(day)}`,
  late: 'Quá ngày hẹn',
  short: 'Đã báo thiếu',
  unpaid: 'Chưa trả tiền',
  paysLater: 'Trả khi có hàng',
  runShort: 'Báo thiếu hàng',
  reason: 'Lý do báo người mua',
  openSeason: 'Nhận đặt trước cho một mùa',
  openMaking: 'Nhận làm theo đơn',
  pack: 'Mặt hàng',
  noPack: 'Mọi quy cách đã bán trước, hoặc chưa có giá. Hãy đặt giá ở Hàng trên kệ trước.',
  season: 'Mùa vụ',
  seasonHint: 'Ví dụ: Tết Đinh Mùi 2027.',
  firstDelivery: 'Giao từ ngày',
  lastOrder: 'Nhận đặt đến hết ngày',
  offered: 'Nhận tất cả',
  offeredPer: 'Làm được',
  period: 'Trong',
  leadLeast: 'Nhanh nhất (ngày làm việc)',
  leadMost: 'Lâu nhất (ngày làm việc)',
  leadHint: 'Người mua được hẹn theo ngày lâu nhất.',
  pays: 'Khách trả tiền',
  open: 'Mở nhận đặt',
  aboutMoney: 'Tiền trả trước là nợ của bạn với người mua cho đến khi giao: quá ngày hẹn hoặc thiếu hàng, bạn hoàn đủ.',
} as const
