export const personalDataWords = {
  dossiers: {
    says: 'Hồ sơ OCOP',
    fields: { code: 'Mã hồ sơ', at: 'Lập lúc', submitted: 'Nộp lúc', status: 'Tình trạng', answers: 'Nội dung đã khai' },
  },
  moves: { says: 'Việc đã làm với hồ sơ', fields: { at: 'Lúc', code: 'Hồ sơ', move: 'Việc', note: 'Ghi chú' } },
  letters: { says: 'Công văn đề nghị đã lập', fields: { at: 'Lúc', number: 'Số văn bản' } },
  proxies: {
    says: 'Hồ sơ làm hộ',
    fields: { code: 'Hồ sơ', officer: 'Người làm hộ', at: 'Từ lúc', reason: 'Lý do', paper: 'Giấy đồng ý', ended: 'Đến lúc' },
  },
  requests: { says: 'Yêu cầu bổ sung đã viết', fields: { at: 'Lúc', code: 'Hồ sơ' } },
  evidence: {
    says: 'Giấy tờ minh chứng',
    fields: { at: 'Gửi lúc', title: 'Tên giấy', number: 'Số', issuedBy: 'Nơi cấp', file: 'Tên tệp' },
  },
  trademarks: { says: 'Đơn đăng ký nhãn hiệu', fields: { at: 'Ghi lúc', mark: 'Nhãn hiệu', number: 'Số đơn', status: 'Đang ở bước' } },
  reviews: { says: 'Ý kiến của xã đã lập', fields: { at: 'Sửa lúc', code: 'Hồ sơ', participants: 'Thành phần họp' } },
} as const
