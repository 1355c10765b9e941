import type { Purpose } from '../../personal-data.ts'
import type { BreachStatus, RequestStatus } from '../acts.ts'
import type { BreachKind } from '../rules/breach.ts'
import type { Channel, ConsentPurpose } from '../rules/consent.ts'
import type { DataKind, Ground, Reader, Term } from '../rules/purpose.ts'
import type { RequestKind } from '../rules/request.ts'

export const purposeNames: Record<Purpose, string> = {
  accounts: 'Tài khoản và đăng nhập',
  security: 'Nhật ký an ninh: ai vào, ai đọc, từ đâu',
  'official-acts': 'Ghi ai đã làm việc gì trong chương trình',
  dossiers: 'Hồ sơ OCOP của chủ thể',
  appraisal: 'Hội đồng đánh giá, phân hạng',
  register: 'Sổ đăng ký sản phẩm OCOP công khai',
  joining: 'Đề nghị của chủ thể: nhận cơ sở, đăng ký mới, đổi thông tin',
  traceability: 'Lô hàng, nhật ký sản xuất, truy xuất',
  doubts: 'Phản ánh về sản phẩm, tem',
  selling: 'Người bán: danh tính và tài khoản nhận tiền',
  sales: 'Đơn hàng',
  requests: 'Yêu cầu về dữ liệu, bằng chứng đồng ý, sự cố',
  'news-from-seller': 'Cơ sở báo cho người mua khi có hàng mới',
  'programme-invitations': 'Mời dự tập huấn, hội chợ',
}

export const groundNames: Record<Ground, string> = {
  consent: 'Sự đồng ý của bạn',
  contract: 'Hợp đồng mua bán bạn đã lập',
  'legal-duty': 'Nghĩa vụ theo luật',
  'public-duty': 'Nhiệm vụ của cơ quan nhà nước',
}

export const dataKindNames: Record<DataKind, string> = {
  name: 'họ tên',
  contact: 'điện thoại, thư điện tử',
  address: 'địa chỉ',
  business: 'mã số thuế, đăng ký kinh doanh',
  bank: 'tài khoản ngân hàng',
  devices: 'thiết bị, địa chỉ mạng',
  acts: 'việc đã làm và thời gian',
  opinions: 'điểm chấm, nhận xét',
  files: 'giấy tờ minh chứng',
  purchases: 'hàng đã đặt, số tiền',
  words: 'lời đã viết',
}

export const termNames: Record<Term, string> = {
  archives: 'theo quy định lưu trữ, phần mềm không tự xóa',
  'while-selling': 'chừng nào còn bán hàng ở đây',
  'until-withdrawn': 'đến khi bạn rút lại',
}
export const sayMonths = (months: number): string => `${months} tháng`

export const readerNames: Record<Reader, string> = {
  self: 'chính bạn',
  administrators: 'người quản trị',
  offices: 'cán bộ xã, tỉnh làm việc đó',
  council: 'thành viên Hội đồng',
  seller: 'cơ sở bán hàng',
  buyers: 'người mua của đơn',
  everyone: 'mọi người',
}

export const requestKindNames: Record<RequestKind, string> = {
  provide: 'Cung cấp bản sao dữ liệu',
  correct: 'Sửa dữ liệu sai',
  erase: 'Xóa dữ liệu',
  restrict: 'Hạn chế xử lý',
  object: 'Phản đối xử lý',
}

export const requestStatusNames: Record<RequestStatus, string> = {
  received: 'Mới nhận',
  acknowledged: 'Đang xử lý',
  extended: 'Đã gia hạn',
  fulfilled: 'Đã thực hiện',
  partly: 'Thực hiện một phần',
  refused: 'Từ chối',
  withdrawn: 'Người yêu cầu rút lại',
}

export const breachStatusNames: Record<BreachStatus, string> = { open: 'Chưa báo cơ quan', reported: 'Đã báo cơ quan', closed: 'Đã đóng' }

export const breachKindNames: Record<BreachKind, string> = {
  name: 'Họ tên',
  contact: 'Điện thoại, thư điện tử',
  address: 'Địa chỉ',
  'identity-number': 'Số định danh, mã số thuế',
  bank: 'Tài khoản ngân hàng',
  location: 'Vị trí',
  biometric: 'Sinh trắc học',
  password: 'Mật khẩu, mã đăng nhập',
  other: 'Loại khác',
}

export const consentPurposeNames: Record<ConsentPurpose, string> = {
  'news-from-seller': 'Báo khi có hàng mới',
  'programme-invitations': 'Mời dự tập huấn, hội chợ',
}

export const channelNames: Record<Channel, string> = {
  'account-page': 'trang tài khoản',
  checkout: 'trang đặt hàng',
  'order-page': 'trang đơn hàng',
}
