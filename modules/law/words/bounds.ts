/** What a legal value must keep: each a whole sentence, for whoever proposes another. */
export const boundWords = {
  range: (least: number, most: number) => `Giá trị phải từ ${least} đến ${most}.`,
  field: (name: string, least: number, most: number) => `Số “${name}” phải từ ${least} đến ${most}.`,
  each: (least: number, most: number) => `Mỗi số phải từ ${least} đến ${most}.`,
  listed: (most: number) => `Danh sách phải có ít nhất 1 và nhiều nhất ${most} mục.`,
  atMost: (most: number) => `Danh sách có nhiều nhất ${most} mục.`,
  distinctCodes: 'Mỗi mục là một mã viết chữ thường không dấu, ví dụ production-stopped, và không mục nào lặp lại.',
} as const
