import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

/** Everything that is held about whoever is signed in; what stands in its parts: `buyer/vi.ts`. */
export const ownDataPage = {
  title: 'Dữ liệu của tôi',
  lead: 'Mọi điều hệ thống giữ về bạn, vì sao giữ, giữ bao lâu; tải về, sửa, xóa, rút lại đồng ý.',
  about: 'Xem, tải về, sửa, xóa; rút lại đồng ý',
  pdf: 'Tải bản in (PDF)',
  saved: 'Đã lưu lựa chọn của bạn.',
} as const

/** What leads from an order to the data of its buyer. */
export const orderDataLink = 'Dữ liệu của tôi trong đơn này'

/** The requests and texts, for the administrator. */
export const privacyDesk = {
  title: 'Dữ liệu cá nhân',
  about: (open: number) => (open === 0 ? 'Yêu cầu của người có dữ liệu, lời hỏi đồng ý' : `${open} yêu cầu đang chờ trả lời`),
  lead: 'Yêu cầu gấp nhất đứng trước. Xác nhận trong hạn ngày làm việc, trả lời trong hạn của luật.',
  open: 'Đang chờ',
  closed: 'Đã xong',
  tray: 'Xem',
  trays: { 'dang-cho': 'Đang chờ', 'da-xong': 'Đã xong' },
  all: 'Tất cả',
  anyKind: 'Mọi việc',
  receivedAt: 'Nhận lúc',
  nothingOpen: 'Không có yêu cầu nào đang chờ.',
  columns: { code: 'Mã', who: 'Người yêu cầu', kind: 'Việc', due: 'Hạn', state: 'Tình trạng' },
  buyer: 'Người mua không có tài khoản',
  late: 'Quá hạn',
  texts: 'Lời hỏi đồng ý',
  textsAbout: 'Lời ai đó đã đồng ý thì không sửa được: thay bằng lời mới từ một ngày. Ai đồng ý lời cũ vẫn giữ lời cũ.',
  current: (version: number, from: PlainDate) => `Lời số ${version}, từ ${formatDate(from)}`,
  comingFrom: (version: number, from: PlainDate) => `Lời số ${version} chờ đến ${formatDate(from)}`,
  supersede: 'Thay lời hỏi',
  text: 'Lời hỏi mới',
  from: 'Dùng từ ngày',
  asksAgain: 'Lời mới đi xa hơn lời cũ: hỏi lại người đã đồng ý',
  agreed: (count: number) => `${count} tài khoản đang đồng ý`,
  breaches: 'Sự cố dữ liệu cá nhân',
} as const

export const requestPage = {
  title: (code: string) => `Yêu cầu ${code}`,
  who: 'Người yêu cầu',
  kind: 'Việc',
  received: 'Nhận lúc',
  text: 'Nội dung',
  due: 'Hạn',
  acknowledged: 'Đã xác nhận lúc',
  extended: 'Gia hạn',
  decided: 'Quyết định',
  answer: 'Trả lời',
  acknowledge: 'Xác nhận đã nhận',
  acknowledgeAbout: 'Người yêu cầu thấy ngay trên trang của họ.',
  extend: 'Gia hạn một lần',
  extendReason: 'Vì sao cần thêm thời gian',
  decide: 'Trả lời',
  answerField: 'Câu trả lời và căn cứ',
  answerHint: 'Người yêu cầu đọc đúng những lời này. Từ chối thì ghi điều luật.',
  fulfil: 'Thực hiện',
  fulfilInPart: 'Thực hiện một phần',
  refuse: 'Từ chối',
  stays: 'Nếu xóa, còn lại những phần luật bắt giữ',
  nothingStays: 'Nếu xóa, không còn gì.',
  kept: 'Còn giữ theo luật',
  correctHint: 'Sửa dữ liệu ở trang của nó trước, rồi trả lời ở đây.',
  irreversible: 'Xóa rồi thì không lấy lại được: tài khoản đóng, bản sao lưu cũ khôi phục cũng bị xóa lại.',
  paper: 'Phiếu trả lời (PDF)',
  noText: 'Không ghi gì, hoặc đã xóa cùng dữ liệu.',
  until: (day: PlainDate) => `đến ${formatDate(day)}`,
  rows: (count: number) => `${count} dòng`,
} as const

export const breachesPage = {
  title: 'Sự cố dữ liệu cá nhân',
  about: (open: number) => (open === 0 ? 'Sổ ghi sự cố, đồng hồ báo cơ quan, Mẫu 08' : `${open} sự cố chưa báo cơ quan`),
  lead: (hours: number) => `Dữ liệu cá nhân bị lộ, mất, bị xem trái phép: ghi ngay. Từ lúc phát hiện có ${hours} giờ để báo cơ quan.`,
  none: 'Chưa ghi sự cố nào.',
  anyState: 'Mọi tình trạng',
  columns: { code: 'Mã', what: 'Việc', persons: 'Số người', clock: 'Đồng hồ', state: 'Tình trạng' },
  newOne: 'Ghi sự cố mới',
  detectedAt: 'Phát hiện lúc',
  detectedBy: 'Ai phát hiện',
  what: 'Đã xảy ra việc gì',
  kinds: 'Loại dữ liệu',
  persons: 'Số người bị ảnh hưởng',
  consequences: 'Hậu quả có thể',
  measures: 'Biện pháp đã làm, sẽ làm',
  register: 'Ghi sự cố',
} as const

export const sayClock = (hours: number): string => (hours >= 0 ? `còn ${hours} giờ` : `quá hạn ${-hours} giờ`)

export const breachPage = {
  title: (code: string) => `Sự cố ${code}`,
  reportBy: 'Báo cơ quan trước',
  reportedAt: 'Đã báo cơ quan lúc',
  toldAt: 'Đã báo người có dữ liệu lúc',
  mustTell: 'Loại dữ liệu này phải báo cả cho người có dữ liệu, cùng hạn với cơ quan.',
  save: 'Lưu bổ sung',
  describe: 'Bổ sung',
  report: 'Ghi đã báo cơ quan',
  tell: 'Ghi đã báo người có dữ liệu',
  close: 'Đóng sự cố',
  paper: 'Mẫu 08 (PDF)',
  readers: 'Ai đã xem một hồ sơ, một đơn trong 30 ngày',
  readersAbout: 'Nhập mã của hồ sơ, đơn, tài khoản (dos_…, ord_…, usr_…) để biết ai đã mở và dữ liệu của ai có thể đã lộ.',
  objectId: 'Mã',
  look: 'Xem',
  nobodyRead: 'Không ai mở trong 30 ngày qua, hoặc không có mã này.',
  read: (times: number, first: string, last: string) => `${times} lần, từ ${first} đến ${last}`,
} as const

/** The office's own words of whoever asked. */
export const sayWho = (name: string | null): string => name ?? privacyDesk.buyer

/** What leads to the notice for everybody. */
export const privacyLink = 'Thông báo bảo vệ dữ liệu'
