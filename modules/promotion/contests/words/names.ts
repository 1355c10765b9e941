import type { ContestStatus, EntryStatus, SheetStatus } from '../acts.ts'

export const contestStatusWords = {
  draft: 'Đang soạn',
  open: 'Đang nhận bài',
  judging: 'Đang chấm',
  published: 'Đã công bố',
  cancelled: 'Đã hủy',
} as const satisfies Record<ContestStatus, string>

export const entryStatusWords = {
  entered: 'Đã nhận',
  withdrawn: 'Đã rút',
  'set-aside': 'Bị loại',
} as const satisfies Record<EntryStatus, string>

export const sheetStatusWords = {
  named: 'Chưa nộp phiếu',
  'handed-in': 'Đã nộp phiếu',
  released: 'Thôi chấm',
} as const satisfies Record<SheetStatus, string>
