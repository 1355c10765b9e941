import { formatDong } from '@dacsan/vietnam'
import { placeWords } from '../rules/delivery.ts'
import { moneyUnit } from './money.ts'
import type { Delivery, DeliveryRefusal, DeliveryTable, DeliveryZone, NoCash } from '../rules.ts'

export const zoneWords: Record<DeliveryZone, string> = {
  commune: 'Cùng xã, phường',
  province: 'Trong tỉnh',
  elsewhere: 'Ngoài tỉnh',
}

/** Why goods are not brought to this buyer, and what can be done. */
export const noDeliveryWords: Record<DeliveryRefusal['code'], string> = {
  'zone-not-served': 'người bán không giao đến nơi này. Hãy chọn đến lấy, hoặc gọi người bán.',
  'no-cold-chain': 'hàng phải giữ lạnh, người bán không giao lạnh đến nơi này.',
  'weight-unknown': 'có mặt hàng chưa ghi cân nặng nên chưa tính được phí giao. Hãy chọn đến lấy, hoặc gọi người bán.',
  'too-heavy': 'hàng nặng hơn mức người bán giao. Hãy giảm số lượng, chọn đến lấy, hoặc gọi người bán.',
  'place-unclear': 'địa chỉ chưa cho biết giao đến xã nào. Hãy chọn xã, phường, hoặc “ngoài tỉnh”.',
  'pickup-unknown': 'nơi đến lấy hàng này không còn. Hãy chọn lại.',
}

/** Why an order cannot be paid when its goods arrive. */
export const noCashWords: Record<NoCash, (most: string) => string> = {
  'not-offered': () => 'người bán không thu tiền khi giao. Hãy chọn chuyển khoản.',
  'not-brought': () => 'chỉ trả tiền khi nhận hàng được nếu hàng được giao tận nơi.',
  'zone-without-cash': () => 'người bán không thu tiền khi giao ở nơi này. Hãy chọn chuyển khoản.',
  'goods-cashless': () => 'trong đơn có hàng mà luật không cho trả tiền mặt. Hãy chọn chuyển khoản.',
  'sum-too-large': (most) => `người bán chỉ thu tiền khi giao cho đơn đến ${most}. Hãy chọn chuyển khoản.`,
}

/** What stands where the buyer chooses how to pay. */
export const payChoice = {
  legend: (seller: string) => `Trả tiền cho ${seller}`,
  transfer: 'Chuyển khoản trước',
  transferHint: 'Có mã VietQR sau khi đặt.',
  cod: 'Trả tiền khi nhận hàng',
  codHint: (hours: number) => `Không cần chuyển khoản. Người bán nhận đơn trong ${hours} giờ, không thì đơn tự hết.`,
  atDoor: (total: string) => `Trả ${total} khi nhận hàng.`,
} as const

/** What the seller reads and writes of cash that is taken when goods arrive. */
export const cashPage = {
  heading: 'Thu tiền khi giao (COD)',
  lead: 'Mặc định tắt. Đơn COD giữ hàng như đơn đã trả tiền; bạn phải bấm nhận đơn, đơn xong khi bạn ghi đã nhận được tiền.',
  needsTable: 'Chỉ bật được khi đã có bảng phí giao hàng ở trên.',
  largest: 'Thu nhiều nhất mỗi đơn',
  zones: 'Thu tiền khi giao ở',
  save: 'Lưu cách thu tiền',
  drop: 'Ngừng thu tiền khi giao',
} as const

const kilograms = (grams: number) => `${(grams / 1000).toLocaleString('vi-VN')} kg`

const wayWords = {
  agreed: () => 'Nhận tại chỗ người bán. Giao tận nơi thì hai bên hẹn qua điện thoại, không nằm trong đơn này.',
  pickup: ({ place }) => `Đến lấy tại ${place}`,
  delivered: ({ zone, commune, grams }) =>
    `Giao ${commune === null ? zoneWords[zone].toLowerCase() : `đến ${commune}`}, khoảng ${kilograms(grams)}`,
} satisfies { [Way in Delivery['way']]: (delivery: Extract<Delivery, { way: Way }>) => string }

/** How the goods of an order get to the buyer. */
export function sayDelivery(delivery: Delivery): string {
  return (wayWords[delivery.way] as (delivery: Delivery) => string)(delivery)
}

/** What stands where the buyer chooses how the goods come. */
export const deliveryChoice = {
  deliverTo: 'Xã, phường nhận hàng',
  deliverToHint: 'Địa chỉ ghi rõ xã (cũ hay mới) thì không cần chọn.',
  byAddress: 'Theo địa chỉ đã ghi',
  elsewhere: (province: string) => `Ngoài ${province}`,
  maybe: 'Có thể là',
  communes: 'Các xã, phường',
  quote: 'Xem phí giao hàng',
  quoteAgain: 'Tính lại phí giao hàng',
  chooseFirst: 'Hãy chọn cách nhận hàng của từng người bán rồi bấm “Tính lại phí giao hàng”.',
  beforeQuote: 'Ghi địa chỉ để biết phí giao hàng và tổng tiền trước khi đặt.',
  readAs: (commune: string) => `Giao đến: ${commune}`,
  outside: 'Giao đến: ngoài tỉnh',
  legend: (seller: string) => `Nhận hàng của ${seller}`,
  brought: 'Giao tận nơi',
  free: 'miễn phí',
  pickup: (place: string) => `Đến lấy tại ${place}`,
  fee: 'Phí giao hàng',
  notTold:
    'Người bán chưa có bảng phí giao hàng: tổng tiền này là tiền hàng, nhận tại chỗ người bán. Muốn giao tận nơi thì gọi người bán để hẹn trước.',
  goods: 'Tiền hàng',
} as const

/** What the page says on which a seller writes what bringing goods costs. */
export const deliveryPage = {
  title: 'Giao hàng · Bán hàng',
  heading: 'Giao hàng',
  lead: 'Người mua thấy phí và tổng tiền trước khi đặt; phí nằm trong số tiền của đơn. Đơn đã đặt giữ phí đã báo.',
  none: 'Bạn chưa có bảng phí: đơn chỉ gồm tiền hàng, khách nhận tại chỗ của bạn, giao tận nơi thì hẹn qua điện thoại.',
  example: 'Điền thử theo ví dụ',
  exampleNote: 'Đây là số ví dụ, chưa lưu. Sửa theo giá của bạn rồi bấm Lưu.',
  weights: 'Các mức cân nặng',
  weightsHint: 'Từ nhẹ đến nặng. Nặng hơn mức cuối thì không giao.',
  upTo: (at: number) => `Mức ${at}, đến`,
  feeUpTo: (at: number) => `Phí mức ${at}`,
  tare: 'Bao bì của mỗi gói',
  tareHint: 'Cộng vào khối lượng tịnh khi tính cân nặng. Mặt hàng nào có ghi cân nặng riêng thì lấy số đó.',
  zoneHint: {
    commune: 'Khách ở cùng xã, phường với cơ sở. Để trống thì lấy phí trong tỉnh.',
    province: 'Để trống thì lấy phí ngoài tỉnh; cả hai trống là không giao.',
    elsewhere: 'Để trống là không giao ra ngoài tỉnh.',
  } satisfies Record<DeliveryZone, string>,
  freeFrom: 'Miễn phí khi tiền hàng từ',
  cold: 'Giao lạnh được đến vùng này',
  pickups: 'Nơi khách đến lấy',
  noPlaces: 'Chưa có nơi nào. Thêm nơi để hàng trước.',
  toPlaces: 'Nơi để hàng',
  save: 'Lưu bảng phí',
  drop: 'Bỏ bảng phí',
  gram: 'g',
  kilogram: 'kg',
  dong: moneyUnit.word,
} as const

/** An example, by which a seller sees how a table is filled. No price list of anybody. */
export const deliveryExample: Readonly<Record<string, string>> = {
  tareGrams: '100',
  'step-1': '1',
  'step-2': '3',
  'step-3': '5',
  'step-4': '10',
  'fee-commune-1': '10000',
  'fee-commune-2': '10000',
  'fee-commune-3': '15000',
  'fee-commune-4': '20000',
  'free-commune': '200000',
  'cold-commune': 'on',
  'fee-province-1': '20000',
  'fee-province-2': '25000',
  'fee-province-3': '30000',
  'fee-province-4': '45000',
  'free-province': '500000',
  'fee-elsewhere-1': '30000',
  'fee-elsewhere-2': '40000',
  'fee-elsewhere-3': '55000',
}

const zonesOf = (table: Pick<DeliveryTable, 'zones'>) => table.zones.map(({ zone }) => zoneWords[zone].toLowerCase())

/** What an office reads of a seller's table in one line. */
export function sayTable(table: DeliveryTable | null): string {
  if (table === null) return 'Chưa có bảng phí: hẹn qua điện thoại, ngoài đơn'
  const ways = [
    ...(table.zones.length > 0 ? [`Giao ${zonesOf(table).join(', ')}`] : []),
    ...(table.pickups.length > 0 ? [`${table.pickups.length} nơi khách đến lấy`] : []),
  ]
  return ways.join('; ')
}

/** The table line by line. */
export function sayFees({ zones, pickups }: DeliveryTable): string[] {
  return [
    ...zones.map(({ zone, steps, freeFromVnd, carriesCold }) => {
      const fees = steps.map(({ upToGrams, feeVnd }) => `đến ${kilograms(upToGrams)} ${formatDong(feeVnd)}`).join(', ')
      const free = freeFromVnd === null ? '' : `; miễn phí từ ${formatDong(freeFromVnd)}`
      return `${zoneWords[zone]}: ${fees}${free}${carriesCold ? '; giao lạnh được' : ''}`
    }),
    ...pickups.map((place) => deliveryChoice.pickup(placeWords(place))),
  ]
}
