import type { TableProblem, UnreadableFile } from './table-problems.ts'

const unreadableFileWords = {
  'too-large': 'tệp lớn hơn 5 MB',
  'unpacks-too-large': 'tệp Excel bung ra lớn hơn 20 MB; hãy chỉ giữ trang có bảng',
  'too-many-cells': 'trang tính có quá nhiều ô (hơn 600.000); hãy xóa các cột trống bên phải bảng rồi lưu lại',
  'takes-too-long': 'đọc tệp mất quá lâu; hãy chép riêng bảng sang một tệp mới',
  'too-many-at-once': 'nhiều người đang gửi tệp cùng lúc; xin gửi lại sau ít phút',
  damaged: 'tệp Excel hỏng hoặc có mật khẩu',
  'not-utf8': 'tệp CSV không phải bảng mã UTF-8; trong Excel, hãy lưu kiểu “CSV UTF-8”',
  'quote-left-open': 'có dấu nháy kép mở mà không đóng',
  'no-rows': 'dưới tên cột không có dòng nào',
  'no-heading': 'không thấy dòng tên cột trong 30 dòng đầu; xem tên cột trong tệp mẫu',
} as const satisfies Record<UnreadableFile, string>

const convertedWords = {
  date: 'bảng tính đã đổi thành ngày tháng',
  number: 'bảng tính đã đổi thành số thập phân',
  truth: 'bảng tính đã đổi thành giá trị đúng/sai',
} as const

type Sentences = { [Code in TableProblem['code']]: (problem: Extract<TableProblem, { code: Code }>) => string }

/** What is said of a fault of any table that officers send. */
export const tableProblemWords = {
  'column-missing': ({ column }) => `Thiếu cột “${column}”.`,
  'column-unknown': ({ column }) => `Có cột lạ “${column}”: xem lại tên cột theo tệp mẫu.`,
  'column-twice': ({ column }) => `Cột “${column}” có hai lần: chỉ giữ một.`,
  'sheet-extra': ({ sheet, hidden }) =>
    `Trang “${sheet}”${hidden ? ' (đang ẩn)' : ''} cũng có tên cột của bảng: mỗi tệp chỉ để một trang, nếu không các dòng ở đó bị bỏ sót.`,
  'too-many-rows': ({ most }) => `Tệp có hơn ${most} dòng: hãy chia thành nhiều tệp.`,
  'cell-extra': ({ row, cell, value }) => `Dòng ${row}, ô ${cell}: “${value}” nằm ngoài các cột có tên.`,
  'cell-converted': ({ row, column, value, into }) =>
    `Dòng ${row}, cột “${column}”: ${convertedWords[into]} (“${value}”). Hãy định dạng ô là Văn bản rồi gõ lại.`,
  'text-garbled': ({ row, column, value }) =>
    `Dòng ${row}, cột “${column}”: “${value.slice(0, 60)}” bị lỗi phông chữ hoặc có ký tự lạ, xuống dòng. Hãy gõ lại bằng Unicode.`,
  'text-long': ({ row, column, most, length }) => `Dòng ${row}, cột “${column}”: dài ${length} ký tự, nhiều nhất ${most}.`,
  'cell-empty': ({ row, column }) => `Dòng ${row}, cột “${column}”: không được để trống.`,
  'cell-wrong': ({ row, column, value, expected }) => `Dòng ${row}, cột “${column}”: “${value}” không đúng, cần ${expected}.`,
  'file-unreadable': ({ reason }) => `Không đọc được tệp: ${unreadableFileWords[reason]}.`,
} satisfies Sentences

export function sayTableProblem(problem: TableProblem): string {
  return (tableProblemWords[problem.code] as (problem: TableProblem) => string)(problem)
}
