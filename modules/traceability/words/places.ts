import type { PlaceKind } from '../acts.ts'
import type { AddPlaceRefusal, TendPlaceRefusal } from '../rules/place.ts'

/** What a producer's first place is called until it says otherwise. */
export const firstPlaceName = 'Xưởng'

export const placeKindWords = {
  workshop: 'Xưởng, nơi làm',
  store: 'Kho',
  stall: 'Quầy, sạp',
  'point-of-sale': 'Điểm bán OCOP',
  warehouse: 'Kho của người mua',
} as const satisfies Record<PlaceKind, string>

/** What the page of a producer's places says. */
export const placesPage = {
  title: 'Nơi để hàng',
  lead: 'Hàng mới đóng gói vào xưởng. Có thêm kho, quầy, điểm bán thì ghi ở đây để chuyển hàng tới và kiểm kê.',
  saved: 'Đã lưu.',
  list: 'Các nơi',
  none: 'Chưa có nơi nào. Xưởng tự có khi bạn mở lô đầu tiên.',
  isDefault: 'Nơi chính',
  sells: 'Bán trên mạng từ đây',
  sellsNot: 'Không bán trên mạng từ đây',
  ended: 'Đã ngừng',
  gln: (gln: string) => `GLN ${gln}`,
  startSelling: 'Cho bán từ đây',
  stopSelling: 'Thôi bán từ đây',
  end: 'Ngừng để hàng',
  add: 'Thêm nơi để hàng',
  kind: 'Loại',
  name: 'Tên gọi',
  nameHint: 'Ví dụ: Quầy chợ Cầu Kè',
  glnLabel: 'Mã GLN',
  glnHint: '13 chữ số do GS1 Việt Nam cấp cho địa điểm. Chưa có thì để trống.',
  commune: 'Xã, phường',
  anyCommune: 'Như cơ sở',
  position: 'Vị trí trên bản đồ',
  latitude: 'Vĩ độ',
  longitude: 'Kinh độ',
  positionHint: 'Chỉ ghi khi chủ nơi này đồng ý. Ví dụ: 9,81234',
  agrees: 'Chủ nơi này đồng ý cho ghi vị trí',
  sellsTick: 'Đơn đặt trên mạng lấy hàng từ đây',
} as const

/** What the form of a new place says of an entry that cannot be read. */
export const placeInputWords = {
  kind: 'Hãy chọn loại.',
  name: 'Hãy ghi tên gọi, từ 2 đến 100 chữ.',
  gln: 'Mã GLN gồm 13 chữ số, số cuối là số kiểm tra. Hãy so lại với giấy cấp mã.',
  position: 'Hãy ghi cả vĩ độ và kinh độ bằng số, hoặc để trống cả hai.',
} as const

type Sentences<R extends { code: string }> = { [Code in R['code']]: (refusal: Extract<R, { code: Code }>) => string }

const placeRefusalWords = {
  'gln-taken': ({ gln }) => `Mã GLN ${gln} đã thuộc về một nơi khác. Mỗi nơi có một mã riêng.`,
  'place-repeated': ({ name }) => `Bạn đã có nơi tên “${name}”. Hãy đặt tên phân biệt được.`,
  'unknown-commune': ({ communeCode }) => `Không có xã, phường nào mang mã ${communeCode}. Hãy chọn lại từ danh sách.`,
  'position-without-consent': () => 'Muốn ghi vị trí, hãy đánh dấu chủ nơi này đồng ý; nếu không, hãy để trống vị trí.',
  'producer-missing': () => 'Chưa có thông tin cơ sở của bạn. Hãy khai thông tin cơ sở trước.',
  'place-ended': () => 'Nơi này đã ngừng để hàng. Hãy mở lại trang.',
  'place-is-default': () => 'Đây là nơi chính, hàng mới vào đây nên chưa ngừng được.',
} satisfies Sentences<AddPlaceRefusal | TendPlaceRefusal>

/** The Vietnamese sentence of why a place was not added or ended. */
export function sayPlaceRefusal(refusal: AddPlaceRefusal | TendPlaceRefusal): string {
  return (placeRefusalWords[refusal.code] as (refusal: AddPlaceRefusal | TendPlaceRefusal) => string)(refusal)
}
