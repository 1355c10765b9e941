import { dataKindNames, groundNames, purposeNames, readerNames, termNames } from '@dacsan/modules/privacy/words'

/** The notice of what is done with personal data. */
export const vi = {
  title: 'Thông báo bảo vệ dữ liệu cá nhân',
  description: 'Trang này giữ dữ liệu gì về bạn, để làm gì, trên căn cứ nào, bao lâu, ai xem được, và cách xem, sửa, xóa.',
  lead: 'Những gì hệ thống giữ về bạn, vì sao, bao lâu, và bạn làm được gì.',
  inferred: 'Bảng này viết từ tóm tắt luật, chưa đối chiếu từng điều; cơ quan điều hành xem lại trước khi dùng chính thức.',
  a: 'a. Thu thập để làm gì',
  aText:
    'Chỉ để vận hành chương trình OCOP và việc mua bán trên trang này: bảng dưới ghi từng mục đích và căn cứ. Chỉ hai mục đích cần hỏi bạn; không đồng ý thì mọi việc khác vẫn như cũ.',
  b: 'b. Dùng trong phạm vi nào',
  bText:
    'Chỉ dùng đúng mục đích ở từng dòng. Không bán, không dùng để quảng cáo, không theo dõi hành vi; trang công khai không đặt công cụ đo của bên khác.',
  c: 'c. Lưu bao lâu',
  cText: 'Ghi ở từng dòng. Hết hạn thì phần mềm tự xóa hoặc làm mất tên mỗi đêm.',
  d: 'd. Ai xem được',
  dText: 'Ghi ở từng dòng. Mỗi lần cán bộ mở hồ sơ, đơn hàng, tài khoản đều được ghi lại.',
  cookies:
    'Cookie: “gio” giữ mã giỏ hàng 30 ngày; “luu” giữ tối đa 30 món bạn bấm lưu; “xem” giữ tối đa 12 món vừa xem, chỉ khi bạn bật. “ho-chieu” giữ các dấu hộ chiếu tuyến bạn đã đóng (điểm và ngày) trong một năm. Ba cookie sau nằm trên máy bạn, trang không lưu lại.',
  table: 'Từng mục đích',
  columns: { purpose: 'Mục đích', ground: 'Căn cứ', kinds: 'Dữ liệu', kept: 'Giữ', readers: 'Ai xem được' },
  months: '{n} tháng',
  e: 'đ. Ai thu thập, hỏi ai',
  eText:
    '{siteName} do cơ quan điều hành chương trình OCOP của {areaInFull} vận hành. Liên hệ về dữ liệu: người quản trị, qua yêu cầu ở mục e.',
  f: 'e. Xem, sửa, xóa, rút lại đồng ý',
  fText:
    'Có tài khoản: vào “Dữ liệu của tôi” để xem, tải về, gửi yêu cầu. Mua hàng không có tài khoản: mở trang đơn hàng bằng mã đơn và số điện thoại, chọn “Dữ liệu của tôi trong đơn này”.',
  fTimes:
    'Chúng tôi xác nhận trong {acknowledge} ngày làm việc, trả lời trong {least}–{most} ngày tùy việc; cần thêm thì gia hạn một lần, nhiều nhất {extension} ngày, có lý do.',
  fKept: 'Phần luật bắt giữ thì vẫn còn; phiếu trả lời ghi rõ phần nào, vì sao, đến bao giờ.',
  ownData: 'Dữ liệu của tôi',
  orders: 'Tìm đơn hàng',
  g: 'g. Khiếu nại',
  gText: 'Không đồng ý với trả lời thì bạn có quyền khiếu nại tới cơ quan nhà nước về bảo vệ dữ liệu cá nhân, hoặc khởi kiện.',
  h: 'h. Bảo vệ thế nào',
  hText:
    'Đường truyền và bản sao lưu được mã hóa, mật khẩu không ai đọc được, người giữ quyền phải đăng nhập hai lớp, việc đọc và sửa đều có nhật ký. Nếu có sự cố, chúng tôi báo cơ quan trong {hours} giờ từ lúc phát hiện, và báo bạn khi luật yêu cầu.',
  source:
    'Căn cứ: Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15, Nghị định 356/2025/NĐ-CP, Nghị định 248/2026/NĐ-CP (tám nội dung phải công bố).',
  purposes: purposeNames as Record<keyof typeof purposeNames, string>,
  grounds: groundNames as Record<keyof typeof groundNames, string>,
  kinds: dataKindNames as Record<keyof typeof dataKindNames, string>,
  terms: termNames as Record<keyof typeof termNames, string>,
  readers: readerNames as Record<keyof typeof readerNames, string>,
}

export type PrivacyMessages = typeof vi
