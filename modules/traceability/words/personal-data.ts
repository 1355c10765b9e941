export const personalDataWords = {
  diary: { says: 'Nhật ký lô hàng do bạn ghi', fields: { at: 'Lúc', lot: 'Lô', text: 'Nội dung' } },
  lots: { says: 'Lô hàng do bạn mở', fields: { at: 'Lúc', lot: 'Lô', recalled: 'Lý do thu hồi' } },
  doubts: {
    says: 'Phản ánh có ghi thư điện tử của bạn',
    fields: { at: 'Gửi lúc', code: 'Mã phản ánh', contact: 'Liên hệ', text: 'Nội dung' },
  },
  handled: { says: 'Phản ánh do bạn trả lời', fields: { at: 'Trả lời lúc', code: 'Mã phản ánh' } },
} as const
