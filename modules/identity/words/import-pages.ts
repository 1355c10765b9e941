import { formatDate } from '@dacsan/vietnam'
import { sayTableProblem, tableProblemWords } from '../../table-words.ts'
import { newOrganisationKinds } from '../rules.ts'
import type { ImportProblem, RowProblem } from '../rules.ts'
import { organisationKindNames } from './names.ts'

/** The columns of the files that organisations and accounts come in by, and what a cell must hold. */
export const importColumnWords = {
  kind: {
    heading: 'loại',
    expected: `một trong: ${newOrganisationKinds.map((kind) => `${kind} (${organisationKindNames[kind]})`).join(', ')}`,
  },
  code: { heading: 'mã', expected: 'chữ thường không dấu, số, gạch nối' },
  name: { heading: 'tên', expected: 'tên tổ chức' },
  communeCode: { heading: 'mã xã', expected: 'mã 5 chữ số của xã, phường hiện nay' },
  email: { heading: 'thư điện tử', expected: 'thư điện tử, ví dụ ten@tinh.gov.vn' },
  person: { heading: 'họ tên', expected: 'họ tên' },
  role: { heading: 'vai trò', expected: 'một vai trò của hệ thống, ví dụ commune-officer hoặc Cán bộ xã' },
  organisationCode: { heading: 'mã tổ chức', expected: 'mã của một tổ chức' },
} as const

const at = ({ row, column }: { row: number; column: string }) => `Dòng ${row}, cột “${column}”`

const rowProblemWords = {
  'row-repeated': (problem) => `${at(problem)}: trùng với dòng ${problem.firstRow}.`,
  'organisation-differs': (problem) =>
    `${at(problem)}: mã này đã là của ${problem.name}, khác loại hoặc khác tên. Sửa tệp, hoặc đổi tên trên trang của tổ chức.`,
  'commune-served': (problem) => `${at(problem)}: xã này đã có ${problem.name}, mã ${problem.organisationCode}. Dùng mã đó.`,
  'person-differs': (problem) => `${at(problem)}: thư điện tử này đã là tài khoản của ${problem.name}. Sửa họ tên hoặc thư điện tử.`,
  'role-ended': (problem) =>
    `${at(problem)}: người này đã thôi vai trò đó, hết ${formatDate(problem.until)}. Muốn giao lại: mở trang của tài khoản.`,
  'row-refused': (problem) => `${at(problem)}: ${problem.says}`,
} satisfies { [Code in RowProblem['code']]: (problem: Extract<RowProblem, { code: Code }>) => string }

/** The sentence of one fault of a file. */
export const sayImportProblem = (problem: ImportProblem): string =>
  problem.code in tableProblemWords
    ? sayTableProblem(problem as Parameters<typeof sayTableProblem>[0])
    : (rowProblemWords[problem.code as RowProblem['code']] as (problem: ImportProblem) => string)(problem)

export const importFaults = (count: number): string => `Tệp có ${count} chỗ phải sửa. Chưa dòng nào được đưa vào.`

type ImportCount = { made: number; known: number; added: number }
const alreadyThere = (known: number) => (known > 0 ? `, ${known} dòng đã có từ trước` : '')

export const importPage = {
  organisations: {
    title: 'Nhập tổ chức từ tệp',
    lead: 'Mỗi dòng một tổ chức. Đúng hết thì đưa vào cả tệp, sai một chỗ thì không đưa dòng nào. Gửi lại tệp cũ không sinh bản trùng.',
    template: 'to-chuc-mau.csv',
    result: ({ made, known }: ImportCount) => `Đã thêm ${made} tổ chức${alreadyThere(known)}.`,
    tried: ({ made, known }: ImportCount) => `Tệp đúng: sẽ thêm ${made} tổ chức${alreadyThere(known)}. Chưa ghi gì.`,
  },
  accounts: {
    title: 'Mời nhiều người từ tệp',
    lead: 'Mỗi dòng một người với một vai trò ở một tổ chức. Đúng hết thì mở cả tệp, sai một chỗ thì không mở ai. Gửi lại tệp cũ không mời ai lần nữa.',
    template: 'tai-khoan-mau.csv',
    result: ({ made, known, added }: ImportCount) =>
      `Đã mở ${made} tài khoản${added > 0 ? `, giao thêm ${added} vai trò cho người đã có tài khoản` : ''}${alreadyThere(known)}.`,
    tried: ({ made, known, added }: ImportCount) =>
      `Tệp đúng: sẽ mở ${made} tài khoản${added > 0 ? `, giao thêm ${added} vai trò` : ''}${alreadyThere(known)}. Chưa ghi gì.`,
  },
  file: 'Tệp Excel hoặc CSV',
  fileHint: 'Excel (.xlsx), hoặc CSV lưu kiểu UTF-8; nhiều nhất 5 MB.',
  import: 'Đưa vào hệ thống',
  tryOnly: 'Chỉ kiểm tra, chưa ghi',
  downloadTemplate: 'Tải tệp mẫu',
  columns: 'Các cột của tệp',
  heading: 'Tên cột',
  key: 'Hoặc',
  required: 'Bắt buộc',
  isRequired: 'có',
  expected: 'Giá trị',
  printNow: 'In phiếu mời ngay',
  printAbout: 'Địa chỉ mời chỉ có trên trang này. Rời trang rồi thì phải cấp phiếu mới cho từng người.',
} as const
