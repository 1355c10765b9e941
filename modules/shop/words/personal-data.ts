/** In the place of the name of a buyer whose data were erased. */
export const erasedBuyer = 'Người mua (đã xóa dữ liệu)'

export const personalDataWords = {
  orders: {
    says: 'Đơn hàng: người mua',
    fields: { codes: 'Mã đơn', at: 'Đặt lúc', name: 'Người nhận', phone: 'Điện thoại', address: 'Địa chỉ', note: 'Lời nhắn' },
  },
  changes: {
    says: 'Đơn hàng: điều người mua đã đổi',
    fields: {
      at: 'Lúc',
      code: 'Mã đơn',
      name: 'Người nhận',
      phone: 'Điện thoại',
      address: 'Địa chỉ',
      note: 'Lời nhắn',
      wish: 'Muốn nhận lúc',
    },
  },
  orderInvoices: {
    says: 'Thông tin xuất hóa đơn đã đổi',
    fields: { code: 'Mã đơn', name: 'Tên trên hóa đơn', taxCode: 'Mã số thuế', address: 'Địa chỉ', email: 'Email' },
  },
  receivers: {
    says: 'Người được gửi hàng',
    fields: { at: 'Đặt lúc', code: 'Mã đơn', name: 'Tên', phone: 'Điện thoại', address: 'Địa chỉ', card: 'Lời chúc' },
  },
  invoices: {
    says: 'Thông tin xuất hóa đơn',
    fields: { at: 'Lúc', name: 'Tên trên hóa đơn', taxCode: 'Mã số thuế', address: 'Địa chỉ', email: 'Email' },
  },
  moves: { says: 'Việc đã làm với đơn hàng', fields: { at: 'Lúc', code: 'Mã đơn', move: 'Việc', note: 'Ghi chú' } },
  payments: { says: 'Tiền về và tiền hoàn đã ghi', fields: { at: 'Lúc', code: 'Mã đơn', amount: 'Số tiền (đồng)', note: 'Ghi chú' } },
  exports: {
    says: 'Tệp dữ liệu hóa đơn đã lập',
    fields: { at: 'Lúc', from: 'Từ ngày', to: 'Đến ngày', name: 'Người lập', note: 'Vì sao xuất lại' },
  },
  agreed: {
    says: 'Khách mua theo thỏa thuận',
    fields: { at: 'Lúc', name: 'Tên', phone: 'Điện thoại', taxCode: 'Mã số thuế' },
  },
  seller: {
    says: 'Người bán',
    fields: {
      name: 'Chủ tài khoản',
      account: 'Số tài khoản',
      bank: 'Ngân hàng (BIN)',
      phone: 'Điện thoại',
      pickup: 'Nơi nhận hàng',
      at: 'Sửa lúc',
    },
  },
  papers: {
    says: 'Giấy tờ người bán',
    fields: {
      kind: 'Loại giấy (mã)',
      number: 'Số',
      issuedBy: 'Nơi cấp',
      issuedOn: 'Ngày cấp',
      validUntil: 'Có hạn đến',
      file: 'Tệp',
      status: 'Trạng thái',
      reason: 'Lý do trả lại',
      at: 'Nộp lúc',
    },
  },
  suspensions: { says: 'Điều đã nói về việc tạm ngừng người bán', fields: { at: 'Lúc', step: 'Việc', words: 'Nội dung' } },
  acceptances: { says: 'Điều khoản đã đồng ý', fields: { at: 'Lúc', policy: 'Điều khoản', version: 'Bản' } },
} as const

/** The same for whoever bought without an account. */
export const spokenHeld = {
  en: {
    orders: {
      says: 'Orders: the buyer',
      fields: { codes: 'Order', at: 'Placed at', name: 'Name', phone: 'Telephone', address: 'Address', note: 'Message' },
    },
    changes: {
      says: 'Orders: what the buyer changed',
      fields: { at: 'At', code: 'Order', name: 'Name', phone: 'Telephone', address: 'Address', note: 'Message', wish: 'Wished for' },
    },
    orderInvoices: {
      says: 'Data for an invoice, changed',
      fields: { code: 'Order', name: 'Name on the invoice', taxCode: 'Tax code', address: 'Address', email: 'E-mail' },
    },
    receivers: {
      says: 'To whom goods were sent',
      fields: { at: 'Placed at', code: 'Order', name: 'Name', phone: 'Telephone', address: 'Address', card: 'Card' },
    },
    invoices: {
      says: 'Data for an invoice',
      fields: { at: 'At', name: 'Name on the invoice', taxCode: 'Tax code', address: 'Address', email: 'E-mail' },
    },
  },
  km: {
    orders: {
      says: 'ការបញ្ជាទិញ៖ អ្នកទិញ',
      fields: { codes: 'លេខបញ្ជាទិញ', at: 'បញ្ជានៅ', name: 'អ្នកទទួល', phone: 'លេខទូរស័ព្ទ', address: 'អាសយដ្ឋាន', note: 'សារ' },
    },
    changes: {
      says: 'ការបញ្ជាទិញ៖ អ្វីដែលអ្នកទិញបានប្តូរ',
      fields: {
        at: 'នៅ',
        code: 'លេខបញ្ជាទិញ',
        name: 'អ្នកទទួល',
        phone: 'លេខទូរស័ព្ទ',
        address: 'អាសយដ្ឋាន',
        note: 'សារ',
        wish: 'ចង់ទទួលនៅ',
      },
    },
    orderInvoices: {
      says: 'ព័ត៌មានវិក្កយបត្រដែលបានប្តូរ',
      fields: { code: 'លេខបញ្ជាទិញ', name: 'ឈ្មោះលើវិក្កយបត្រ', taxCode: 'លេខពន្ធ', address: 'អាសយដ្ឋាន', email: 'អ៊ីមែល' },
    },
    receivers: {
      says: 'អ្នកដែលត្រូវផ្ញើទំនិញឱ្យ',
      fields: { at: 'បញ្ជានៅ', code: 'លេខបញ្ជាទិញ', name: 'ឈ្មោះ', phone: 'លេខទូរស័ព្ទ', address: 'អាសយដ្ឋាន', card: 'ពាក្យជូនពរ' },
    },
    invoices: {
      says: 'ព័ត៌មានវិក្កយបត្រ',
      fields: { at: 'នៅ', name: 'ឈ្មោះលើវិក្កយបត្រ', taxCode: 'លេខពន្ធ', address: 'អាសយដ្ឋាន', email: 'អ៊ីមែល' },
    },
  },
} as const
