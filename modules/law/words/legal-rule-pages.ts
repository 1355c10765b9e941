import { formatDate } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { ProposalKind, ProposalStatus } from '../rules.ts'

/** The law on file; its title leads back to it from the page of one topic. */
export const legalRulesPage = {
  title: 'Căn cứ pháp lý',
  lead: 'Mỗi hạn, ngưỡng, túc số là một dòng có ngày hiệu lực và văn bản. Dòng đã công bố không sửa được, chỉ thay bằng dòng mới: một người đề nghị, người thứ hai xác nhận thì mới có hiệu lực. Dòng ghi “chưa dùng trong phần mềm” để tra cứu, chưa phần nào tính theo.',
  waiting: 'Chờ người thứ hai xác nhận',
  columns: {
    title: 'Quy định',
    said: 'Đang dùng',
    instrument: 'Văn bản',
    article: 'Điều, khoản',
    from: 'Hiệu lực từ',
    state: 'Tình trạng',
    versions: 'Số bản',
    topic: 'Mã',
  },
  states: {
    waiting: 'Có đề nghị chờ xác nhận',
    unusable: 'Giá trị không dùng được',
    unused: 'Chưa dùng trong phần mềm',
    none: 'Chưa có dòng hiệu lực',
    used: 'Đang dùng',
  },
  anyState: 'Mọi tình trạng',
  nothingWaiting: 'Không có đề nghị nào đang chờ.',
  comes: (next: PlainDate | null, versions: number) =>
    `${next ? `; từ ${formatDate(next)} có dòng thay` : ''}${versions > 1 ? ` · ${versions} bản` : ''}`,
  noneInForce: 'Chưa có dòng nào đang hiệu lực.',
} as const

/** What the page of one topic says: its versions, and the form for a new one. */
export const legalRulePage = {
  title: (topic: string) => `${topic} · ${legalRulesPage.title}`,
  versions: 'Các bản, mới nhất trước',
  period: (from: PlainDate, to: PlainDate | null) => `Từ ${formatDate(from)}${to ? ` đến hết ${formatDate(to)}` : ' đến nay'}`,
  checkedOn: (day: PlainDate) => `Đối chiếu ngày ${formatDate(day)}`,
  takenBack: (moment: string) => `Đã thu lại lúc ${moment}; không còn tính cho ngày nào.`,
  unusable:
    'Giá trị này sai dạng hoặc nằm ngoài giới hạn nên không được dùng; bản dùng được gần nhất trước đó thay chỗ nó. Hãy đề nghị một bản mới hoặc thu lại bản này.',
  supersede: 'Đề nghị bản mới',
  value: 'Giá trị',
  valueHint: (bounds: readonly string[]) => ['Viết đúng dạng của bản đang dùng, ví dụ 15 hoặc true.', ...bounds].join(' '),
  effectiveFrom: 'Hiệu lực từ',
  effectiveFromHint: 'Từ hôm nay trở đi. Văn bản có hiệu lực rồi mới biết: ghi vì sao ở ô Ghi chú.',
  instrument: 'Văn bản',
  instrumentHint: 'Ví dụ: Quyết định 1253/QĐ-UBND',
  article: 'Điều, khoản',
  sourceUrl: 'Địa chỉ văn bản',
  certainty: 'Mức chắc chắn',
  propose: 'Gửi đề nghị',
  proposeAbout:
    'Đề nghị chưa có hiệu lực: người thứ hai xác nhận thì mới thành bản mới. Việc này ghi vào nhật ký. Bản cũ vẫn giữ cho hồ sơ của thời đó.',
  administratorsOnly:
    'Mục này do quản trị viên giữ: quản trị viên đề nghị, quản trị viên khác xác nhận; khi chỉ có một quản trị viên thì chuyên viên tỉnh xác nhận.',
  takeBack: 'Đề nghị thu lại bản này',
  takeBackAbout: 'Chỉ trong ngày đầu có hiệu lực, hoặc trước đó; người thứ hai xác nhận thì bản trước có hiệu lực trở lại.',
  takeBackReason: 'Lý do thu lại',
} as const

/** A proposal: who proposed what, and what the second person may do with it. */
export const proposalWords = {
  kinds: { supersede: 'Thay bằng bản mới', 'take-back': 'Thu lại bản đã công bố' } satisfies Record<ProposalKind, string>,
  statuses: {
    proposed: 'chờ xác nhận',
    confirmed: 'đã xác nhận',
    'turned-down': 'không đồng ý',
    withdrawn: 'đã rút',
  } satisfies Record<ProposalStatus, string>,
  before: 'Đang dùng',
  after: 'Sau khi xác nhận',
  beforeDecided: 'Trước đó',
  afterDecided: 'Được đề nghị',
  since: (from: PlainDate) => `từ ${formatDate(from)}`,
  none: 'không có',
  proposedBy: (name: string, moment: string) => `${name} đề nghị lúc ${moment}`,
  decidedBy: (status: ProposalStatus, name: string, moment: string) => `${name} ${decisions[status]} lúc ${moment}`,
  answer: (text: string) => `Lý do: ${text}`,
  note: (text: string) => `Ghi chú: ${text}`,
  confirm: 'Xác nhận',
  turnDown: 'Không đồng ý',
  turnDownReason: 'Lý do không đồng ý',
  withdraw: 'Rút đề nghị',
  secondPerson: 'Người đề nghị không tự xác nhận được. Một người khác có quyền (chuyên viên tỉnh hoặc quản trị viên) xác nhận.',
  decided: 'Các đề nghị đã xử lý',
} as const

const decisions: Record<ProposalStatus, string> = {
  proposed: 'đề nghị',
  confirmed: 'xác nhận',
  'turned-down': 'không đồng ý',
  withdrawn: 'rút',
}

/** On the page of administration, where a value in the database cannot be used. */
export const unusableRulesNotice = {
  title: (count: number) => `${count} giá trị pháp luật không dùng được`,
  about: 'Các mục sau đang tạm dùng bản trước đó:',
  of: (title: string, from: PlainDate) => `${title} (bản từ ${formatDate(from)})`,
} as const
