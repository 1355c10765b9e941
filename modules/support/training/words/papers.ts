import type { Slip } from '@dacsan/papers'
import { formatDate } from '@dacsan/vietnam'
import type { StoredCertificate } from '../acceptance.store.ts'
import type { FilePart } from '../rules/acceptance.ts'
import { filePartWords } from './names.ts'

/** Số 07/88/QĐ-VPĐP: its place in the list of its decision. */
export const certificateNumber = ({ number, decisionNumber }: Pick<StoredCertificate, 'number' | 'decisionNumber'>): string =>
  `${String(number).padStart(2, '0')}/${decisionNumber}`

/** A certificate as it is printed: everything that its public page says. */
export const certificateSlip = (one: StoredCertificate, origin: string): Slip => ({
  issuer: one.organiser,
  title: one.isSample ? 'GIẤY CHỨNG NHẬN (DỮ LIỆU MẪU)' : 'GIẤY CHỨNG NHẬN',
  facts: [
    { term: 'Số', value: certificateNumber(one) },
    { term: 'Họ tên', value: one.name },
    { term: 'Đã học', value: `${one.courseName}, ${one.hours} giờ` },
    { term: 'Lớp', value: `${one.className}, ${formatDate(one.firstOn)} – ${formatDate(one.lastOn)}` },
    { term: 'Quyết định', value: `${one.decisionNumber} ngày ${formatDate(one.decisionOn)}` },
  ],
  address: `${origin}/tap-huan/chung-nhan/${one.code}`,
  addressTitle: 'Tra cứu',
  steps: ['Quét mã hoặc gõ địa chỉ để đọc bản gốc: tên, lớp, số giờ, số quyết định.'],
  foot: 'Giấy chỉ có giá trị khi khớp với bản tra cứu.',
})

export const fileWords = {
  contents: ({
    name,
    plan,
    day,
    files,
    lacks,
  }: {
    name: string
    plan: string
    day: string
    files: readonly string[]
    lacks: readonly { part: FilePart; sessions: number[] }[]
  }): string =>
    // prettier-ignore
    [
      `HỒ SƠ NGHIỆM THU: ${name}`,
      `Theo ${plan} ngày ${day}`,
      '',
      ...files.map((file, at) => `${at + 1}. ${file}`),
      '',
      lacks.length === 0 ? 'Hồ sơ đủ.' : `Còn thiếu: ${lacks.map(({ part, sessions }) => filePartWords[part](sessions)).join('; ')}.`,
      '',
    ].join('\r\n'),
} as const

export const paperTitles = {
  list: 'Danh sách học viên',
  sheet: 'Bảng điểm danh buổi',
  absent: 'Biên bản học viên vắng mặt',
  results: 'Bảng kết quả học tập',
  decision: 'Quyết định cấp giấy chứng nhận',
  costs: 'Bảng kê chi phí',
  acceptance: 'Biên bản nghiệm thu',
} as const
