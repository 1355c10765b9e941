import { counterpartKeys } from '@dacsan/marketplaces/counterpart'
import type { ChannelShopId } from './rules/ids.ts'
import type { MarketplaceName } from './rules/kinds.ts'

/** A file of orders as Shopee gives it out. */
export function shopeeOrders(
  rows: readonly {
    number: string
    sku?: string
    quantity?: number
    amount?: number
    status?: string
    on?: string
    buyer?: string
    name?: string
  }[],
) {
  const head =
    'Mã đơn hàng;Trạng Thái Đơn Hàng;Ngày đặt hàng;SKU phân loại hàng;Tên sản phẩm;Số lượng;Tổng giá bán (sản phẩm);Người Mua;Tên Người nhận;Số điện thoại'
  const lines = rows.map(
    ({
      number,
      sku = 'HU-200',
      quantity = 1,
      amount = 85_000 * quantity,
      status = 'Chờ lấy hàng',
      on = '2026-11-23 09:00',
      buyer = 'n***a',
      name = 'Mứt dừa',
    }) => [number, status, on, sku, name, quantity, amount, buyer, 'Nguyễn Văn An', '0912345678'].join(';'),
  )
  return { name: 'Order.all.csv', bytes: new TextEncoder().encode([head, ...lines].join('\n')) }
}

/** What Shopee says that it paid. */
export function shopeeIncome(rows: readonly { number: string; gross?: number; fee?: number; net?: number; on?: string }[]) {
  const head = 'Mã đơn hàng;Ngày hoàn thành thanh toán;Giá sản phẩm;Phí cố định;Tổng tiền đã thanh toán'
  const lines = rows.map(({ number, gross = 85_000, fee = 10_200, net = gross - fee, on = '2026-11-23' }) =>
    [number, on, gross, fee === 0 ? 0 : -fee, net].join(';'),
  )
  return { name: 'Income.csv', bytes: new TextEncoder().encode([head, ...lines].join('\n')) }
}

const noKeys = {
  partnerId: '',
  partnerKey: '',
  appKey: '',
  appSecret: '',
  shopId: '',
  sellerId: '',
  shopCipher: '',
  warehouseId: '',
  accessToken: '',
  refreshToken: '',
}
/** What a seller types to open the door of the counterpart. */
export const doorKeys = (channel: MarketplaceName, shopId: ChannelShopId) => ({ shopId, keys: { ...noKeys, ...counterpartKeys[channel] } })
