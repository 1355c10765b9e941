import { formatDong } from '@dacsan/vietnam'
import { placeWords } from '../rules/delivery.ts'
import { say, sayKilograms } from '../../say.ts'
import { inVietnamese } from './buyer/spoken.ts'
import type { Spoken } from './buyer/spoken.ts'
import { vi } from './buyer/vi.ts'
import { moneyUnit } from './money.ts'
import type { Delivery, DeliveryRefusal, DeliveryTable, DeliveryZone } from '../rules.ts'

export const zoneWords: Record<DeliveryZone, string> = vi.zone

/** Why goods are not brought to this buyer, and what can be done. */
export const noDeliveryWords: Record<DeliveryRefusal['code'], string> = vi.noDelivery

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

const kilograms = (grams: number) => `${sayKilograms(grams, 'vi')} kg`

const wayWords = {
  agreed: (_, { words }) => words.way.agreed,
  pickup: ({ place }, { words }) => say(words.way.pickup, { place }),
  delivered({ zone, commune, grams }, { words, lang }) {
    const weight = sayKilograms(grams, lang)
    return commune === null ? say(words.way.delivered[zone], { weight }) : say(words.way.deliveredTo, { commune, weight })
  },
} satisfies { [Way in Delivery['way']]: (delivery: Extract<Delivery, { way: Way }>, spoken: Spoken) => string }

/** How the goods of an order get to the buyer. */
export function sayDelivery(delivery: Delivery, spoken: Spoken = inVietnamese): string {
  return (wayWords[delivery.way] as (delivery: Delivery, spoken: Spoken) => string)(delivery, spoken)
}

/** What stands where a seller chooses for a buyer how the goods come. */
export const deliveryChoice = {
  ...vi.delivery,
  elsewhere: (province: string) => say(vi.delivery.elsewhere, { province }),
  readAs: (commune: string) => say(vi.delivery.readAs, { commune }),
  pickup: (place: string) => say(vi.way.pickup, { place }),
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
