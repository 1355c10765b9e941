export const personalDataWords = {
  seats: { says: 'Ghế trong Hội đồng', fields: { council: 'Hội đồng', name: 'Tên ghi trong quyết định', agency: 'Cơ quan', seat: 'Ghế' } },
  sheets: {
    says: 'Phiếu chấm điểm',
    fields: { at: 'Lưu lúc', session: 'Phiên', status: 'Tình trạng', comment: 'Nhận xét chung' },
  },
  attendance: { says: 'Dự họp Hội đồng', fields: { session: 'Phiên', present: 'Có mặt', absence: 'Lý do vắng' } },
  notes: { says: 'Ghi chú riêng khi đọc hồ sơ', fields: { at: 'Lúc', note: 'Ghi chú' } },
  home: { says: 'Nơi ở đã khai cho Hội đồng', fields: { at: 'Lúc', address: 'Địa chỉ', commune: 'Xã, phường' } },
  reports: { says: 'Báo cáo của tổ tư vấn', fields: { at: 'Nộp lúc', findings: 'Kết quả', weaknesses: 'Điểm yếu' } },
  intake: { says: 'Phiếu kiểm tra hồ sơ đã lập', fields: { at: 'Lúc', note: 'Ghi chú' } },
  appeals: { says: 'Khiếu nại đã gửi', fields: { at: 'Lúc', reason: 'Lý do', status: 'Tình trạng', answer: 'Trả lời' } },
  ties: { says: 'Liên hệ lợi ích được ghi hoặc đã xem xét', fields: { at: 'Lúc', reason: 'Lý do', decision: 'Kết luận' } },
} as const
