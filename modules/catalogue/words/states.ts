import type { Aisle } from '../rules/aisle.ts'
import type { ProducerKind } from '../rules/producer-kind.ts'
import type { Rank, RegisterOrder, Sort } from '../rules/register.ts'
import type { CertificateState } from '../rules/standing.ts'

export const certificateStateWords = {
  certified: 'Còn hiệu lực',
  expiring: 'Sắp hết hạn',
  extended: 'Được kéo dài, đang đánh giá lại',
  undated: 'Chưa rõ thời hạn',
  'potential-five': 'Tiềm năng 5 sao',
  expired: 'Đã hết hạn',
  withdrawn: 'Đã thu hồi',
  none: 'Chưa được công nhận',
} as const satisfies Record<CertificateState, string>

export const rankWords = {
  '5': '5 sao',
  '4': '4 sao',
  '3': '3 sao',
  'potential-five': 'Tiềm năng 5 sao',
  unknown: 'Chưa rõ hạng',
} as const satisfies Record<Rank, string>

export const producerKindWords = {
  cooperative: 'Hợp tác xã',
  'cooperative-group': 'Tổ hợp tác',
  company: 'Doanh nghiệp',
  farm: 'Trang trại',
  household: 'Hộ kinh doanh',
  'tourism-association': 'Hội, hiệp hội du lịch',
  unknown: 'Chưa rõ loại hình',
} as const satisfies Record<ProducerKind, string>

export const aisleWords = {
  fresh: 'Trái cây, rau, thịt, cá tươi',
  grain: 'Gạo, ngũ cốc, mật',
  food: 'Bánh, kẹo, món chế biến',
  spice: 'Mắm, tương, gia vị',
  tea: 'Trà, cà phê, ca cao',
  drink: 'Rượu, nước uống',
  herbal: 'Dược liệu, mỹ phẩm',
  craft: 'Thủ công, may mặc',
  plant: 'Hoa, cây cảnh, vật cảnh',
  tourism: 'Du lịch cộng đồng',
} as const satisfies Record<Aisle, string>

export const sortWords = {
  usual: 'Thứ tự thường dùng',
  price: 'Giá theo kg, lít',
  newest: 'Mới công nhận',
  near: 'Gần nơi đã chọn',
} as const satisfies Record<Sort | 'usual', string>

/** By what the register is put in order, for everybody. */
export const registerOrderWords = {
  'name-as-typed': 'Tên có đúng những chữ vừa gõ, kể cả dấu',
  fit: 'Tên bắt đầu bằng những chữ vừa gõ, hoặc giống nhất nếu không có tên nào đúng',
  standing: 'Tình trạng chứng nhận OCOP hôm nay',
  stars: 'Số sao, nhiều sao đứng trước',
  name: 'Tên sản phẩm theo thứ tự chữ cái tiếng Việt',
  'unit-price': 'Giá một kg hoặc một lít của quy cách rẻ nhất còn hàng, thấp đứng trước; chưa rõ khối lượng hoặc không bán thì đứng sau',
  newest: 'Ngày công nhận, mới đứng trước; chỉ biết năm thì đứng sau các ngày của năm đó',
  near: 'Cùng xã với xã đã chọn, rồi cùng huyện cũ, cùng tỉnh cũ, rồi nơi khác. Chưa có tọa độ nên không tính km',
} as const satisfies Record<RegisterOrder, string>
