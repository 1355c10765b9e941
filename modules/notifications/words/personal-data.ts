export const personalDataWords = {
  messages: { says: 'Tin đã báo cho bạn', fields: { at: 'Lúc', subject: 'Tin', read: 'Đọc lúc' } },
  reach: { says: 'Kênh nhận tin', fields: { language: 'Ngôn ngữ', phone: 'Số di động', at: 'Lưu lúc' } },
  browsers: { says: 'Thiết bị nhận thông báo', fields: { device: 'Thiết bị', at: 'Thêm lúc' } },
  refused: { says: 'Địa chỉ bị nhà cung cấp từ chối', fields: { channel: 'Kênh', why: 'Lý do', at: 'Lúc' } },
  texts: { says: 'Lời của tin bạn đã sửa', fields: { name: 'Tin', version: 'Bản', at: 'Lúc' } },
} as const

/** The same for whoever bought without an account. */
export const spokenHeld = {
  en: {
    messages: { says: 'Messages sent to you', fields: { at: 'At', subject: 'Message', read: 'Read at' } },
    refused: {
      says: 'Addresses that the carrier of messages refused',
      fields: { channel: 'Channel', why: 'Reason', at: 'At' },
      codes: { channel: { mail: 'e-mail', sms: 'text message', zns: 'Zalo', push: 'notification' } },
    },
  },
  km: {
    messages: { says: 'សារដែលបានផ្ញើដល់អ្នក', fields: { at: 'នៅ', subject: 'សារ', read: 'បានអាននៅ' } },
    refused: {
      says: 'អាសយដ្ឋានដែលអ្នកផ្តល់សេវាបដិសេធ',
      fields: { channel: 'បណ្តាញ', why: 'មូលហេតុ', at: 'នៅ' },
      codes: { channel: { mail: 'អ៊ីមែល', sms: 'សារ SMS', zns: 'សារ Zalo', push: 'ការជូនដំណឹង' } },
    },
  },
} as const
