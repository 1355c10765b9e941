export const personalDataWords = {
  accounts: { says: 'Hãng vận chuyển đã kết nối', fields: { carrier: 'Hãng', sender: 'Nơi gửi', at: 'Từ lúc' } },
  parcels: {
    says: 'Vận đơn',
    fields: { at: 'Lúc', code: 'Đơn', carrier: 'Hãng', carrierCode: 'Mã vận đơn', state: 'Trạng thái', cod: 'Thu hộ' },
  },
  payouts: { says: 'Bảng đối soát đã nạp', fields: { at: 'Lúc', name: 'Tên tệp', net: 'Thực nhận' } },
  answers: { says: 'Dòng đối soát đã trả lời', fields: { at: 'Lúc', answer: 'Trả lời', note: 'Ghi chú' } },
} as const
