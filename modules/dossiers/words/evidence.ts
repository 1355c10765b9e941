import type { EvidenceKind, EvidenceState } from '../rules/evidence.ts'

export const evidenceKindWords = {
  1: { name: 'Đăng ký kinh doanh', hint: 'Giấy đăng ký hộ kinh doanh, hợp tác xã hoặc doanh nghiệp.' },
  2: { name: 'Giấy chứng nhận đủ điều kiện sản xuất', hint: 'An toàn thực phẩm hoặc giấy tương đương. Thường có hạn.' },
  3: { name: 'Nguồn gốc nguyên liệu, liên kết chuỗi', hint: 'Hợp đồng, hóa đơn, hoặc xác nhận của xã.' },
  4: { name: 'Bảo vệ môi trường', hint: 'Giấy phép, đăng ký hoặc kế hoạch bảo vệ môi trường.' },
  5: { name: 'Danh sách lao động', hint: 'Bảng danh sách, ghi rõ ai có đóng bảo hiểm.' },
  6: { name: 'Tăng trưởng sản xuất, kinh doanh', hint: 'Báo cáo tài chính hai năm, hoặc giấy xếp loại hợp tác xã.' },
  7: { name: 'Sở hữu trí tuệ', hint: 'Đơn hợp lệ, văn bằng, chỉ dẫn địa lý, nhãn hiệu tập thể hoặc chứng nhận.' },
  8: { name: 'Phát triển thị trường', hint: 'Hợp đồng, danh sách đại lý, giấy tờ xuất khẩu, đường dẫn gian hàng.' },
  9: { name: 'Quảng bá', hint: 'Ảnh hội chợ, tờ rơi, trang web, mạng xã hội.' },
  10: { name: 'Câu chuyện sản phẩm', hint: 'Bài viết, tờ rơi, video.' },
  11: { name: 'Công bố chất lượng', hint: 'Bản tự công bố hoặc bản đăng ký công bố.' },
  12: { name: 'Phiếu kiểm nghiệm', hint: 'Phiếu của phòng thử nghiệm, có ngày và chỉ tiêu.' },
  13: { name: 'Mã số mã vạch, tem truy xuất', hint: 'Giấy chứng nhận mã số mã vạch, mẫu tem.' },
  14: { name: 'Hệ thống quản lý chất lượng', hint: 'VietGAP, HACCP, ISO, hữu cơ…' },
  15: { name: 'Giải thưởng', hint: 'Bằng khen, giải thưởng của sản phẩm hoặc cơ sở.' },
} as const satisfies Record<EvidenceKind, { name: string; hint: string }>

export const evidenceStateWords = {
  valid: 'Còn hạn',
  expiring: 'Sắp hết hạn',
  expired: 'Đã hết hạn',
  'no-file': 'Chưa có tệp',
} as const satisfies Record<EvidenceState, string>
