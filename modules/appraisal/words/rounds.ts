import { formatDate, formatDayOfYear } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

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
