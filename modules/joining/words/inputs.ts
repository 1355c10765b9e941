/** What a field asks for where it was left empty or cannot be read. */
export const inputWords = {
  pageTooOld: 'Trang này không còn đọc được. Hãy tải lại rồi thử lại.',
  name: 'Ghi tên cơ sở, từ 2 đến 200 chữ.',
  kind: 'Chọn loại hình.',
  representative: 'Ghi họ tên người đại diện.',
  commune: 'Chọn xã, phường nơi sản xuất.',
  phone: 'Ghi số điện thoại, ví dụ 0912 345 678.',
  email: 'Ghi thư điện tử, ví dụ ten@vidu.vn, hoặc để trống.',
  declared: 'Đánh dấu để xác nhận lời khai là đúng.',
  choose: 'Chọn một cách.',
  code: 'Ghi mã đề nghị, ví dụ CT-7K2MP-9QX4R.',
  password: 'Chọn mật khẩu của riêng bạn.',
  reason: 'Ghi vì sao sản phẩm về chủ thể khác, ít nhất 10 chữ.',
  words: 'Ghi rõ, ít nhất 10 chữ: người gửi đọc nguyên văn câu này.',
  wordsLong: 'Dài nhất là 2.000 chữ.',
} as const
