/** The integrity checks that belong to no room. */
export const houseCheckNames = {
  'locked-numbers': 'Số tài khoản, mã số thuế, số đăng ký: nằm trong cơ sở dữ liệu ở dạng khóa, và mở được',
  files: 'Tệp: nội dung đúng như khi nhận',
  'transparency-log': 'Sổ niêm: phiếu, kết quả, quyết định, giấy, kho, tiền và nhật ký đúng như khi niêm',
} as const

/** What is held about people and belongs to no room. */
export const platformDataWords = {
  files: { says: 'Tệp đã gửi lên', fields: { at: 'Gửi lúc', name: 'Tên tệp', size: 'Cỡ (byte)' } },
} as const

/** What a desk says of time. */
export const deskWords = {
  hoursLeft: (hours: number) => (hours < 0 ? 'đã quá giờ' : hours === 0 ? 'còn chưa đến một giờ' : `còn ${hours} giờ`),
  waitsFor: (days: number) => (days === 0 ? 'đến hôm nay' : `đã chờ ${days} ngày`),
} as const
