export const personalDataWords = {
  messages: { says: 'Tin đã báo cho bạn', fields: { at: 'Lúc', subject: 'Tin', read: 'Đọc lúc' } },
  reach: { says: 'Kênh nhận tin', fields: { language: 'Ngôn ngữ', phone: 'Số di động', at: 'Lưu lúc' } },
  browsers: { says: 'Thiết bị nhận thông báo', fields: { device: 'Thiết bị', at: 'Thêm lúc' } },
  refused: { says: 'Địa chỉ bị nhà cung cấp từ chối', fields: { channel: 'Kênh', why: 'Lý do', at: 'Lúc' } },
  texts: { says: 'Lời của tin bạn đã sửa', fields: { name: 'Tin', version: 'Bản', at: 'Lúc' } },
} as const
