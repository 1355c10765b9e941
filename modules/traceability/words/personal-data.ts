export const personalDataWords = {
  diary: { says: 'Nhật ký lô hàng đã ghi', fields: { at: 'Lúc', lot: 'Lô', text: 'Nội dung' } },
  lots: { says: 'Lô hàng đã mở', fields: { at: 'Lúc', lot: 'Lô', recalled: 'Lý do thu hồi' } },
  doubts: {
    says: 'Phản ánh có ghi thư điện tử này',
    fields: { at: 'Gửi lúc', code: 'Mã phản ánh', contact: 'Liên hệ', text: 'Nội dung' },
  },
  handled: { says: 'Phản ánh đã trả lời', fields: { at: 'Trả lời lúc', code: 'Mã phản ánh' } },
} as const
