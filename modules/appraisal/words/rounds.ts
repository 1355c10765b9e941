import { formatDate, formatDayOfYear } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { Holder, Late, RoundDay } from '../rules.ts'

/** "Đợt 2 năm 2026", as a round is kept and printed. */
export const roundName = ({ year, number }: { year: number; number: number }): string => `${roundNumber(number)} năm ${year}`

const roundNumber = (number: number): string => `Đợt ${number}`

type Deadlines = { communeDeadline: PlainDate; provinceDeadline: PlainDate }

/** What the list of rounds says, and the form that opens one. */
export const roundsPage = {
  title: 'Đợt đánh giá',
  lead: (leastRounds: number) =>
    `Mỗi năm ít nhất ${leastRounds} đợt. Hồ sơ xã đề nghị được nhận vào một đợt, rồi qua thẩm định và Hội đồng.`,
  waiting: (count: number) => `${count} hồ sơ xã đề nghị đang chờ kiểm`,
  check: 'Kiểm và nhận vào đợt',
  rounds: 'Các đợt',
  columns: {
    name: 'Đợt',
    status: 'Tình trạng',
    communeDeadline: 'Xã đề nghị trước',
    provinceDeadline: 'Tỉnh xong trước',
    dossiers: 'Số hồ sơ',
    steps: 'Các bước',
  },
  anyStatus: 'Mọi tình trạng',
  noDossiers: 'Chưa có hồ sơ nào',
  noRounds: 'Chưa có đợt nào',
  openTheFirst: 'Mở đợt đầu tiên ở khung bên dưới.',
  openNew: 'Mở đợt mới',
  year: 'Năm',
  number: 'Đợt',
  chooseNumber: 'Chọn đợt',
  numberChoice: roundNumber,
  yearlyDeadlines: (round: number, communeDay: string, provinceDay: string) =>
    `${roundNumber(round)}: xã đề nghị trước ${formatDayOfYear(communeDay)}, tỉnh xong trước ${formatDayOfYear(provinceDay)}`,
  open: 'Mở đợt',
} as const

/** What the page of one round says. */
export const roundPage = {
  lead: ({ communeDeadline, provinceDeadline }: Deadlines, left: string | null) =>
    `Xã đề nghị trước ${formatDate(communeDeadline)}; tỉnh xong trước ${formatDate(provinceDeadline)}${left ? `, ${left}` : ''}.`,
  openSession: 'Mở phiên họp Hội đồng',
  columns: { samples: 'Mẫu', proposedOn: 'Xã đề nghị ngày', visitedOn: 'Khảo sát ngày', testsAwaited: 'Kiểm nghiệm còn chờ' },
  days: 'Hạn của đợt',
  before: (day: PlainDate, isPast: boolean) => `trước ${formatDate(day)}${isPast ? ', đã qua' : ''}`,
  stages: 'Hồ sơ đang ở đâu',
  stageCount: (says: string, count: number) => `${says}: ${count}`,
  samplesComplete: (complete: number, needed: number) => `Đủ mẫu: ${complete}/${needed} hồ sơ cần mẫu`,
  late: (count: number) => `Đang trễ (${count})`,
  noneLate: 'Không có việc nào trễ.',
  lateLine: (says: string, holder: string, since: PlainDate) => `${says}, ${holder}, từ ${formatDate(since)}`,
  communes: 'Xã đề nghị bao nhiêu',
  communeColumns: { commune: 'Xã, phường', proposed: 'Hồ sơ', late: 'Trễ hạn' },
  several: 'Nhận hoặc giao nhiều hồ sơ',
  notClosed: 'Chưa kết thúc được đợt',
  waiting: (count: number) => `Chờ kiểm (${count})`,
  waitingLead: 'Xã đã đề nghị. Kiểm thành phần rồi nhận vào đợt, hoặc trả lại kèm nội dung cần bổ sung.',
  inRound: (count: number) => `Trong đợt (${count})`,
  ready: (count: number) => `${count} hồ sơ đã có báo cáo của Tổ tư vấn và sẵn sàng đưa ra Hội đồng.`,
  noDossiers: 'Chưa nhận hồ sơ nào vào đợt',
  noDossiersHint: 'Khi xã đề nghị, hồ sơ hiện ở mục "Chờ kiểm".',
  sessions: 'Phiên họp',
  session: (heldOn: PlainDate, place: string) => `Ngày ${formatDate(heldOn)}, ${place}`,
  sessionHint: (dossiers: number, councilName: string) => `${dossiers} hồ sơ · ${councilName}`,
  close: 'Kết thúc đợt',
  closeHint: 'Chỉ kết thúc được khi mọi hồ sơ trong đợt đã qua Hội đồng.',
} as const

/** Whose day it is. */
export const roundDayWords = {
  commune: 'Xã gửi đề nghị',
  province: 'Tỉnh đánh giá xong',
  'sent-to-ministry': 'Tỉnh gửi Bộ hồ sơ 5 sao',
  ministry: 'Bộ đánh giá xong',
} as const satisfies Record<RoundDay['step'], string>

export const lateWords = {
  proposal: 'Xã đề nghị trễ',
  result: 'Chưa có kết quả của Hội đồng',
  transition: 'Hồ sơ chuyển tiếp quá hạn làm theo quyết định cũ',
  test: 'Kết quả kiểm nghiệm chưa nộp',
  visit: 'Chưa ghi kết quả khảo sát',
} as const satisfies Record<Late['what'], string>

const holderWords = {
  commune: 'xã',
  office: 'cơ quan tỉnh',
  adviser: 'Tổ tư vấn',
  council: 'Hội đồng',
  producer: 'chủ thể',
} as const satisfies Record<Holder, string>

/** With whom something is late, by name where one of several. */
export const sayHolder = ({ holder, name }: { holder: Holder; name: string | null }): string => name ?? holderWords[holder]

/** What the page says on which one act is done to several dossiers. */
export const severalPage = {
  title: 'Nhận hoặc giao nhiều hồ sơ',
  lead: 'Chọn hồ sơ, xem trước từng hồ sơ sẽ ra sao, rồi mới làm. Hồ sơ không làm được thì giữ nguyên, không cản hồ sơ khác.',
  receive: 'Nhận nhiều hồ sơ vào đợt',
  receiveHint: 'Chỉ chọn hồ sơ mà bạn đã kiểm đủ thành phần.',
  checked: 'Tôi đã kiểm đủ thành phần của từng hồ sơ được chọn',
  noneToReceive: 'Không có hồ sơ nào chờ kiểm.',
  assign: 'Giao báo cáo của nhiều hồ sơ',
  noneToAssign: 'Không có hồ sơ nào chờ giao.',
  choose: 'Chọn hồ sơ',
  choice: (product: string, producer: string, code: string) => `${product}, ${producer} (${code})`,
  preview: 'Xem trước',
  previewOf: (count: number, all: number) => `Xem trước: ${count}/${all} hồ sơ làm được`,
  nothingDone: 'Chưa có gì được lưu.',
  will: 'sẽ làm',
  wasLate: 'xã đề nghị trễ hạn của đợt',
  doReceive: (count: number) => `Nhận ${count} hồ sơ vào đợt`,
  doAssign: (count: number) => `Giao ${count} hồ sơ`,
  done: (count: number, all: number) => `Đã làm ${count}/${all} hồ sơ`,
} as const
