import { formatDate } from '@dacsan/vietnam'
import { roleNames } from '../identity/words.ts'
import type { Certainty, Rule, SupersessionRefusal, Topic, ValueOf } from './rules.ts'

export const topicNames: Record<Topic, string> = {
  'producer.kinds': 'Loại hình chủ thể được tham gia',
  'star.bands': 'Điểm của từng hạng sao',
  'star.recognised-from': 'Hạng sao thấp nhất được công nhận',
  'star.authority': 'Người có thẩm quyền công nhận',
  'star.ministry-from-points': 'Điểm phải gửi hồ sơ lên Bộ',
  'dossier.commune-review-working-days': 'Thời gian cấp xã xét hồ sơ (ngày làm việc)',
  'dossier.immediate-refusals': 'Lý do loại hồ sơ ngay',
  'transition.finish-days': 'Thời gian làm xong hồ sơ chuyển tiếp (ngày)',
  'round.minimum-a-year': 'Số đợt đánh giá ít nhất mỗi năm',
  'round.deadlines': 'Hạn của từng đợt',
  'council.composition': 'Thành phần Hội đồng',
  'council.quorum-percent': 'Túc số họp Hội đồng (phần trăm thành viên)',
  'council.quorum-needs-chair': 'Họp phải có Chủ tịch Hội đồng',
  'council.deviation-points': 'Độ lệch điểm phải thảo luận',
  'council.papers-lead-working-days': 'Gửi hồ sơ cho thành viên trước họp (ngày làm việc)',
  'certificate.validity-months': 'Thời hạn giấy chứng nhận (tháng)',
  'certificate.extension-days': 'Kéo dài giấy khi đánh giá lại chậm (ngày)',
  'renewal.window-days': 'Cửa sổ nộp đánh giá lại (ngày trước hết hạn)',
  'renewal.finish-days': 'Thời gian đánh giá lại (ngày)',
  'renewal.reminder-days': 'Lịch nhắc hết hạn (ngày trước hết hạn)',
  'withdrawal.decide-days': 'Thời gian quyết định thu hồi (ngày)',
  'withdrawal.reasons': 'Lý do thu hồi',
  'label.required-facts': 'Thông tin bắt buộc trên tem',
  'label.star-states': 'Giấy chứng nhận thế nào thì được in dấu OCOP',
  'shop.ordering-enabled': 'Cho đặt hàng trên nền tảng',
  'order.hold-minutes': 'Thời gian giữ hàng chờ chuyển khoản (phút)',
  'order.reported-hold-days': 'Giữ hàng sau khi người mua báo đã chuyển (ngày)',
  'order.most-open-per-phone': 'Số lần đặt chưa trả tiền của một số điện thoại',
  'seller.verification-required': 'Xác minh người bán trước khi bán',
  'seller.suspension-notice-days': 'Báo trước khi tạm ngừng người bán (ngày)',
  'platform.takedown-hours': 'Gỡ thông tin theo yêu cầu cơ quan (giờ)',
  'retention.listing-months': 'Lưu thông tin hàng đã gỡ (tháng)',
  'retention.order-months': 'Lưu đơn hàng (tháng)',
  'retention.system-log-months': 'Lưu nhật ký hệ thống (tháng)',
  'retention.user-data-months': 'Lưu dữ liệu người dùng (tháng)',
  'personal-data.acknowledge-working-days': 'Trả lời yêu cầu về dữ liệu cá nhân (ngày làm việc)',
  'personal-data.breach-notice-hours': 'Báo lộ dữ liệu cá nhân (giờ)',
  'sign-in.two-factor-roles': 'Vai trò phải đăng nhập hai lớp',
}

export const certaintyNames: Record<Certainty, string> = {
  confirmed: 'đã thấy trong nguồn',
  transcribed: 'theo bản chép, chưa đối chiếu bản ký',
  inferred: 'suy ra, cần đối chiếu',
  conflict: 'các nguồn ghi khác nhau',
  unknown: 'chưa có căn cứ',
}

export const refusalSentences = {
  'value-shape': () => 'Giá trị chưa đúng dạng của mục này. Xem giá trị đang dùng để viết theo.',
  'not-later': ({ latest }) => `Dòng mới phải có hiệu lực sau dòng đang có (${formatDate(latest)}). Dòng đã công bố không sửa được.`,
} satisfies { [Code in SupersessionRefusal['code']]: (refusal: Extract<SupersessionRefusal, { code: Code }>) => string }

export function sayRefusal(refusal: SupersessionRefusal): string {
  return refusal.code === 'not-later' ? refusalSentences['not-later'](refusal) : refusalSentences['value-shape']()
}

const kinds: Record<string, string> = {
  cooperative: 'hợp tác xã',
  'cooperative-group': 'tổ hợp tác',
  company: 'doanh nghiệp nhỏ và vừa',
  farm: 'trang trại',
  household: 'hộ có đăng ký kinh doanh',
  forged: 'giả mạo hồ sơ',
  'food-safety-breach': 'không tuân thủ giấy chứng nhận đủ điều kiện an toàn thực phẩm',
  'registration-improper': 'hồ sơ đăng ký không đúng quy định',
  'false-or-forged': 'khai sai, giả mạo',
  'criteria-no-longer-met': 'không còn đáp ứng tiêu chí',
  'law-broken': 'vi phạm pháp luật',
  'mark-misused': 'dùng sai dấu hiệu OCOP',
  'production-stopped': 'ngừng sản xuất',
  other: 'lý do khác',
  'chair-of-province': 'Chủ tịch Hội đồng là lãnh đạo Ủy ban nhân dân tỉnh (có thể ủy quyền thủ trưởng cơ quan chuyên môn)',
  agriculture: 'Sở Nông nghiệp và Môi trường',
  trade: 'Sở Công Thương',
  health: 'Sở Y tế',
  science: 'Sở Khoa học và Công nghệ',
  culture: 'Sở Văn hóa, Thể thao và Du lịch',
  'food-safety': 'Sở An toàn thực phẩm (nếu có)',
  'programme-office': 'cơ quan tham mưu OCOP',
  'expert-units': 'đơn vị chuyên môn',
  'invited-experts': 'chuyên gia được mời',
  '*': 'mọi sản phẩm',
  grain: 'gạo, ngũ cốc, mật',
  food: 'bánh, kẹo, món chế biến',
  spice: 'gia vị',
  tea: 'trà, cà phê, ca cao',
  drink: 'rượu, nước uống',
  herbal: 'dược liệu, mỹ phẩm',
  place: 'xã, tỉnh của cơ sở',
  'net-content': 'định lượng',
  expiry: 'hạn sử dụng',
  certified: 'còn hiệu lực',
  expiring: 'sắp hết hạn',
  undated: 'chưa rõ thời hạn',
  ...roleNames,
}

const list = (codes: readonly string[]) => codes.map((code) => kinds[code] ?? code).join('; ')
const yesOrNo = (value: boolean) => (value ? 'có' : 'không')
type Deadline = { day: string; yearOffset: number }
const before = ({ day, yearOffset }: Deadline) => `trước ${day.slice(3)}/${day.slice(0, 2)}${yearOffset ? ' năm sau' : ''}`

const sayings = {
  'producer.kinds': list,
  'star.bands': (bands) => bands.map(({ level, min }) => `${level} sao từ ${min} điểm`).join('; '),
  'star.authority': (authority) =>
    Object.entries(authority)
      .map(([stars, whom]) => `${stars} sao: ${whom}`)
      .join('; '),
  'dossier.immediate-refusals': list,
  'transition.finish-days': (days) => `hồ sơ mới hoặc nâng hạng: ${days['first-or-upgrade']}; đánh giá lại: ${days.renewal}`,
  'round.deadlines': (rounds) =>
    rounds
      .map(
        ({ round, communeProposesBefore, provinceFinishesBefore, sentToMinistryBefore, ministryFinishesBefore }) =>
          `đợt ${round}: xã đề nghị ${before(communeProposesBefore)}, tỉnh xong ${before(provinceFinishesBefore)}, gửi Bộ ${before(sentToMinistryBefore)}, Bộ xong ${before(ministryFinishesBefore)}`,
      )
      .join('; '),
  'council.composition': list,
  'council.quorum-needs-chair': yesOrNo,
  'renewal.window-days': ({ from, to }) => `từ ${from} đến ${to}`,
  'renewal.reminder-days': (days) => days.join(', '),
  'withdrawal.reasons': list,
  'label.required-facts': (facts) =>
    Object.entries(facts)
      .map(([aisle, wanted]) => `${kinds[aisle] ?? aisle}: ${wanted.map((fact) => kinds[fact]).join(', ')}`)
      .join('; '),
  'label.star-states': list,
  'shop.ordering-enabled': yesOrNo,
  'seller.verification-required': yesOrNo,
  'sign-in.two-factor-roles': list,
} satisfies { [T in Topic]?: (value: ValueOf<T>) => string }

/** A legal value as a person reads it; the unit stands in the name of its topic. */
export function sayValue({ topic, value }: Pick<Rule, 'topic' | 'value'>): string {
  const say = (sayings as Partial<Record<Topic, (value: Rule['value']) => string>>)[topic]
  return say ? say(value) : String(value)
}
