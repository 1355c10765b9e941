import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { TrademarkRefusal, TrademarkStatus, TrademarkStep, worthOf } from '../rules/trademark.ts'
import { sayRefusal } from './refusals.ts'

export const trademarkOffice = 'Cục Sở hữu trí tuệ'

export const trademarkStatusWords = {
  filed: 'Đã nộp đơn',
  'form-accepted': 'Chấp nhận đơn hợp lệ',
  published: 'Đã công bố đơn',
  granted: 'Đã cấp văn bằng',
  refused: 'Bị từ chối',
  withdrawn: 'Đã rút đơn',
} as const satisfies Record<TrademarkStatus, string>

/** What the paper of each step is called in the vault. */
export const trademarkPaperNames = {
  filed: (mark: string) => `Tờ khai đăng ký nhãn hiệu “${mark}”`,
  'form-accepted': (mark: string) => `Quyết định chấp nhận đơn hợp lệ, nhãn hiệu “${mark}”`,
  published: (mark: string) => `Công bố đơn nhãn hiệu “${mark}”`,
  granted: (mark: string) => `Giấy chứng nhận đăng ký nhãn hiệu “${mark}”`,
  refused: (mark: string) => `Thông báo từ chối, nhãn hiệu “${mark}”`,
  withdrawn: (mark: string) => `Rút đơn nhãn hiệu “${mark}”`,
} as const satisfies Record<TrademarkStatus, (mark: string) => string>

export const trademarkStepWords = {
  'accept-form': 'Đơn được chấp nhận hợp lệ',
  publish: 'Đơn được công bố',
  grant: 'Được cấp văn bằng',
  refuse: 'Bị từ chối',
  withdraw: 'Đã rút đơn',
} as const satisfies Record<TrademarkStep, string>

type Worth = (typeof worthOf)[TrademarkStatus]
export const trademarkWorthWords = {
  'nothing-yet': 'Chưa tính điểm: đợi Cục chấp nhận đơn hợp lệ.',
  application: 'Đã tính được ở mức “đơn được chấp nhận hoặc công bố”.',
  certificate: 'Đã tính được ở mức “được cấp Giấy chứng nhận đăng ký nhãn hiệu”.',
  nothing: 'Không tính điểm.',
} as const satisfies Record<Worth, string>

const estimate = (status: TrademarkStatus, on: PlainDate) => `${trademarkStatusWords[status]}: ước đến ${formatDate(on)}`

/** What the list of applications and the form of a new one say. */
export const trademarksPage = {
  title: 'Đơn nhãn hiệu',
  lead: 'Đơn đăng ký nhãn hiệu đang ở Cục Sở hữu trí tuệ: đến bước nào, khi nào có bước tiếp.',
  add: 'Ghi đơn mới',
  columns: {
    mark: 'Nhãn hiệu',
    producer: 'Chủ thể',
    number: 'Số đơn',
    filedOn: 'Ngày nộp',
    status: 'Đang ở bước',
    nextOn: 'Bước tiếp theo, ước đến',
  },
  anyStatus: 'Mọi bước',
  empty: 'Chưa ghi đơn nào',
  emptyNext: 'Nộp đơn ở Cục Sở hữu trí tuệ xong thì ghi vào đây: hệ thống nhắc khi đến hạn từng bước, và giấy dùng được trong hồ sơ.',
  late: 'quá ngày ước',
  newTitle: 'Ghi đơn đăng ký nhãn hiệu',
  newLead: 'Ghi như trên tờ khai đã nộp. Số đơn chưa có thì để trống, ghi sau.',
  forProducer: (name: string) => `Ghi hộ ${name}. Tên bạn và tên chủ thể cùng ghi trong lịch sử; chủ thể được báo.`,
  chooseProducer: 'Ghi hộ chủ thể nào?',
  mark: 'Nhãn hiệu',
  markHint: 'Chữ trên nhãn, hoặc tả ngắn hình.',
  number: 'Số đơn',
  numberHint: 'Ví dụ: 4-2026-01234.',
  filedOn: 'Ngày nộp đơn',
  classes: 'Nhóm hàng hóa, dịch vụ',
  classesHint: 'Theo Bảng phân loại Ni-xơ, ví dụ: 29, 30.',
  paper: 'Tờ khai có dấu nhận đơn',
  paperHint: 'Ảnh hoặc PDF. Giấy vào kho minh chứng, dùng được trong hồ sơ.',
  save: 'Ghi đơn',
  cancel: 'Không ghi',
} as const

/** What the page of one application says. */
export const trademarkPage = {
  heading: (mark: string) => `Nhãn hiệu “${mark}”`,
  facts: {
    producer: 'Chủ thể',
    office: 'Nơi nhận đơn',
    number: 'Số đơn',
    filedOn: 'Ngày nộp',
    classes: 'Nhóm',
    worth: 'Trong hồ sơ OCOP',
  },
  next: 'Sắp tới',
  estimate,
  late: (on: PlainDate) => `Ngày ước ${formatDate(on)} đã qua. Hãy hỏi Cục hoặc xem trang tra cứu của Cục, rồi ghi bước mới.`,
  estimateNote: 'Ngày ước tính theo thời hạn của luật, không phải ngày hẹn. Thực tế Cục thường lâu hơn.',
  enter: 'Ghi bước mới',
  step: 'Cục trả lời gì?',
  chooseStep: 'Hãy chọn một bước.',
  happenedOn: 'Ngày ghi trên giấy',
  paperNumber: 'Số của giấy',
  paper: 'Ảnh hoặc tệp của giấy',
  paperHint: 'Giấy vào kho minh chứng, loại “Sở hữu trí tuệ”, dùng được trong hồ sơ.',
  save: 'Ghi bước này',
  history: 'Lịch sử',
  openPaper: 'Xem giấy',
  enteredBy: (name: string, when: string) => `Ghi: ${name}, ${when}`,
  enteredFor: (name: string, producer: string, when: string) => `Ghi: ${name}, ghi hộ ${producer}, ${when}`,
  struck: (name: string, when: string, reason: string) => `Đã gạch: ${name}, ${when}. Lý do: ${reason}`,
  strike: 'Bước cuối ghi nhầm',
  strikeAbout: (status: string) =>
    `Gạch bước “${status}”: đơn trở lại bước trước, bước ghi nhầm vẫn nằm trong lịch sử. Giấy đã gửi vẫn ở kho minh chứng.`,
  strikeAct: 'Gạch bước này',
  correct: 'Đính chính đơn',
  correctAct: 'Ghi đính chính',
  reason: 'Lý do',
  corrected: (name: string, when: string, reason: string) => `Đính chính: ${name}, ${when}. Lý do: ${reason}`,
  was: ({ mark, number, filedOn, classes }: { mark: string; number: string | null; filedOn: PlainDate; classes: string }) =>
    ['Trước đó: ' + mark, number && `số ${number}`, `nộp ${formatDate(filedOn)}`, classes && `nhóm ${classes}`].filter(Boolean).join(', '),
  isForProducer: (name: string) => `Bạn ghi hộ ${name}. Tên bạn và tên chủ thể cùng ghi trong lịch sử.`,
} as const

/** What "Việc cần làm để lên sao" says of the applications of a producer. */
export const liftTrademarkWords = {
  title: 'Đơn nhãn hiệu của bạn',
  none: 'Chưa ghi đơn nào.',
  enter: 'Đã nộp đơn? Ghi vào đây để theo dõi',
  estimate,
  use: 'Dùng giấy này cho tiêu chí',
  used: 'giấy đã gắn cho tiêu chí',
  noPaper: 'Chưa gửi giấy của bước này',
} as const

type RefusalOf<C extends TrademarkRefusal['code']> = Extract<TrademarkRefusal, { code: C }>
const trademarkRefusalWords = {
  'happened-in-future': () => 'Ngày ở tương lai. Hãy xem lại ngày trên giấy.',
  'happened-before': ({ on }: RefusalOf<'happened-before'>) =>
    `Ngày này trước bước trước (${formatDate(on)}). Hãy xem lại ngày, hoặc gạch bước trước nếu ghi nhầm.`,
  'filed-after-step': ({ on }: RefusalOf<'filed-after-step'>) => `Ngày nộp phải trước hoặc bằng ngày của bước sau (${formatDate(on)}).`,
  'number-known': ({ mark }: RefusalOf<'number-known'>) => `Số đơn này đã ghi cho nhãn hiệu “${mark}”. Hãy mở đơn đó, hoặc xem lại số.`,
  'nothing-changed': () => 'Chưa sửa gì so với đơn đang ghi.',
  'trademark-ended': ({ status }: RefusalOf<'trademark-ended'>) =>
    `Đơn đang ở bước “${trademarkStatusWords[status]}” nên không ghi bước này được. Nếu ghi nhầm, hãy gạch bước đó trước.`,
  'nothing-to-strike': () => 'Đơn mới chỉ có bước nộp nên không có gì để gạch. Sai ngày hay số thì đính chính đơn.',
  'changed-elsewhere': () => 'Đơn vừa được ghi ở một cửa sổ khác. Hãy xem lại bước cuối rồi gạch lần nữa nếu vẫn cần.',
} as const

export function sayTrademarkRefusal(refusal: TrademarkRefusal): string {
  const say = (trademarkRefusalWords as Partial<Record<TrademarkRefusal['code'], (of: never) => string>>)[refusal.code]
  return say ? say(refusal as never) : sayRefusal(refusal as Parameters<typeof sayRefusal>[0])
}
