import { formatDate } from '@dacsan/vietnam'
import type { AppealStatus } from '../acts.ts'
import type { AppealAbout } from '../rules.ts'

export const appealStatusWords = {
  filed: 'Chờ thụ lý',
  accepted: 'Đang giải quyết',
  granted: 'Chấp nhận',
  rejected: 'Không chấp nhận',
  withdrawn: 'Đã rút',
} as const satisfies Record<AppealStatus, string>

export const appealAboutWords = {
  result: 'Kết quả đánh giá, phân hạng',
  refusal: 'Việc không nhận hồ sơ',
} as const satisfies Record<AppealAbout, string>

/** What a producer reads on the page of its complaint. */
export const ownAppealPage = {
  title: 'Khiếu nại',
  lead: (product: string) => `Hồ sơ “${product}”`,
  about: {
    result: 'Bạn khiếu nại kết quả đánh giá, phân hạng của hồ sơ này.',
    refusal: 'Bạn khiếu nại việc hồ sơ này không được nhận.',
  } as const satisfies Record<AppealAbout, string>,
  until: (lastDay: string) => `Gửi được đến hết ngày ${formatDate(lastDay)}.`,
  notNow: 'Hiện chưa có gì để khiếu nại: hồ sơ chưa có kết quả, đã khiếu nại rồi, hoặc đã hết thời hạn.',
  reason: 'Điều bạn không đồng ý, và vì sao',
  reasonHint: 'Nói rõ tiêu chí hoặc lý do nào, và giấy tờ nào chứng minh.',
  paper: 'Giấy tờ kèm theo (nếu có)',
  paperHint: 'Một ảnh chụp rõ hoặc một tệp PDF.',
  file: 'Gửi khiếu nại',
  withdraw: 'Rút khiếu nại',
  earlier: 'Khiếu nại đã gửi',
  next: 'Nếu được chấp nhận: kết quả thì Hội đồng khác chấm lại, giấy đang có vẫn còn hiệu lực tới khi có quyết định mới; việc không nhận thì nơi đã không nhận xét lại hồ sơ.',
  toDossier: 'Về hồ sơ',
} as const

/** What both sides read of one complaint. */
export const appealWords = {
  filed: (when: string, name: string) => `Gửi ${when}, ${name}`,
  accepted: (when: string, name: string) => `Thụ lý ${when}, ${name}`,
  due: (by: string) => `Hạn ${formatDate(by)}`,
  late: (by: string) => `Quá hạn từ ${formatDate(by)}`,
  complex: 'Vụ việc phức tạp',
  reason: 'Lý do của chủ thể',
  paper: 'Giấy tờ kèm theo',
  answer: 'Trả lời',
  signed: (number: string, on: string, signer: string) => `Văn bản số ${number} ngày ${formatDate(on)}, người ký: ${signer}`,
  ended: (when: string, name: string) => `Ghi ${when}, ${name}`,
} as const

/** What the office reads. */
export const appealDesk = {
  title: 'Khiếu nại',
  lead: 'Chủ thể khiếu nại kết quả hoặc việc không nhận hồ sơ. Thụ lý, rồi trả lời bằng văn bản trong hạn.',
  empty: 'Không có khiếu nại nào',
  emptyAbout: 'Khi một chủ thể gửi khiếu nại, đơn hiện ở đây và ở Việc cần làm.',
  anyStatus: 'Mọi tình trạng',
  columns: {
    product: 'Sản phẩm',
    producer: 'Chủ thể',
    commune: 'Xã, phường',
    about: 'Về việc',
    status: 'Tình trạng',
    due: 'Hạn',
    code: 'Mã hồ sơ',
    filedAt: 'Gửi lúc',
  },
  heading: (product: string) => `Khiếu nại: ${product}`,
  readDossier: 'Đọc hồ sơ',
  acceptTitle: 'Thụ lý',
  isComplex: 'Vụ việc phức tạp (có thêm ngày để trả lời)',
  accept: 'Thụ lý',
  answerTitle: 'Trả lời',
  grants: 'Kết luận',
  grant: { result: 'Chấp nhận: Hội đồng khác chấm lại', refusal: 'Chấp nhận: xét lại hồ sơ' } as const satisfies Record<
    AppealAbout,
    string
  >,
  reject: 'Không chấp nhận',
  answer: 'Lý do, như trong văn bản đã ký',
  number: 'Số văn bản',
  signedOn: 'Ngày ký',
  signer: 'Người ký',
  record: 'Ghi nhận trả lời',
  secondCouncil: 'Người đã chấm ở Hội đồng trước không chấm lại hồ sơ này. Hãy lập hoặc chọn một Hội đồng khác.',
} as const

export const appealInputWords = {
  reason: 'Hãy ghi rõ điều bạn không đồng ý và vì sao (ít nhất 20 chữ cái).',
  reasonLong: 'Nội dung quá dài. Hãy viết ngắn lại, giấy tờ thì gửi kèm.',
  chooseAnswer: 'Hãy chọn chấp nhận hoặc không chấp nhận.',
  answer: 'Hãy ghi lý do như trong văn bản trả lời (ít nhất 20 chữ cái): chủ thể đọc.',
  number: 'Hãy ghi số của văn bản trả lời, ví dụ 12/QĐ-UBND.',
  signedOn: 'Hãy ghi ngày ký văn bản trả lời.',
  signer: 'Hãy ghi tên người ký văn bản trả lời.',
  byAnswer: (number: string, signedOn: string) => `Theo văn bản giải quyết khiếu nại số ${number} ngày ${formatDate(signedOn)}`,
} as const
