export const personalDataWords = {
  enquiries: {
    says: 'Nhu cầu mua: tên bên mua, người liên hệ, điện thoại, thư điện tử',
    fields: {
      code: 'Mã',
      buyer: 'Bên mua',
      contact: 'Người liên hệ',
      phone: 'Điện thoại',
      email: 'Thư điện tử',
      goods: 'Cần mua',
      note: 'Ghi chú',
      at: 'Lúc',
    },
  },
  steps: {
    says: 'Việc đã ghi trong kết nối bên mua với chủ thể',
    fields: { buyer: 'Bên mua', producer: 'Chủ thể', stage: 'Bước', words: 'Nội dung', at: 'Lúc' },
  },
} as const

/** What stands in place of a buyer's contact that is forgotten. */
export const forgottenBuyer = 'đã xóa'
export const integrityWords = {
  says: 'Bước hiện tại của mỗi kết nối đúng như sổ bước ghi',
  fault: (id: string, says: string, ledger: string) => `Kết nối ${id} ghi “${says}”, sổ bước ghi “${ledger}”.`,
}
export const organisationWords = { enquiries: (count: number) => `${count} nhu cầu mua của đơn vị` }
