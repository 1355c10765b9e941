/** The integrity checks that belong to no room. */
export const houseCheckNames = {
  files: 'Tệp: nội dung đúng như khi nhận',
  'transparency-log': 'Sổ niêm: phiếu, kết quả, quyết định, giấy, kho, tiền và nhật ký đúng như khi niêm',
} as const
