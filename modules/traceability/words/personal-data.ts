export const personalDataWords = {
  diary: { says: 'Nhật ký lô hàng đã ghi', fields: { at: 'Lúc', lot: 'Lô', text: 'Nội dung' } },
  lots: { says: 'Lô hàng đã mở', fields: { at: 'Lúc', lot: 'Lô', recalled: 'Lý do thu hồi' } },
  suppliers: { says: 'Sổ người bán nguyên liệu', fields: { at: 'Ghi lúc', supplier: 'Người bán' } },
  materials: { says: 'Sổ nguyên liệu đã ghi', fields: { at: 'Lúc', code: 'Mã lần mua', note: 'Nội dung' } },
  doubts: {
    says: 'Phản ánh có ghi thư điện tử này',
    fields: { at: 'Gửi lúc', code: 'Mã phản ánh', contact: 'Liên hệ', text: 'Nội dung' },
  },
  handled: { says: 'Phản ánh đã trả lời', fields: { at: 'Trả lời lúc', code: 'Mã phản ánh' } },
} as const
