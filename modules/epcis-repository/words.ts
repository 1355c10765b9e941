import type { GlnRefusal } from './rules.ts'

/** For whoever is about to merge an organisation that has captured events. */
export const eventsGoOver = 'Sự kiện truy xuất (EPCIS) đã nhận từ phần mềm của đơn vị'

/** What the page of GLNs says. */
export const glnPage = {
  title: 'GLN của đơn vị',
  about: 'Đơn vị nào mang mã địa điểm GS1 nào trong sự kiện truy xuất',
  lead: 'Sự kiện truy xuất (EPCIS) gọi tên ai bằng GLN thì người đó xem được. Vì vậy chỉ quản trị viên ghi GLN, sau khi xem giấy cấp mã của GS1.',
  gln: 'GLN',
  glnHint: '13 chữ số, trên giấy cấp mã của GS1 Việt Nam',
  organisation: 'Đơn vị',
  organisationCode: 'Mã đơn vị',
  assignedAt: 'Ghi lúc',
  chooseOrganisation: 'Chọn đơn vị',
  assign: 'Ghi GLN cho đơn vị',
  means:
    'Đơn vị sẽ xem được mọi sự kiện nhắc tới GLN này, cả những sự kiện đã ghi trước đây. GLN đã ghi thì không chuyển sang đơn vị khác được.',
  saved: (gln: string) => `Đã ghi GLN ${gln}.`,
  none: 'Chưa ghi GLN nào',
  noneAbout: 'Ghi GLN ở cuối trang này.',
} as const

/** What its form says of a field that was left empty. */
export const glnInputWords = { organisation: 'Hãy chọn đơn vị.', gln: 'Hãy ghi GLN, 13 chữ số.' } as const

/** Why a GLN is not said to be somebody’s. */
export function sayGlnRefusal(refusal: GlnRefusal): string {
  switch (refusal.code) {
    case 'unknown-organisation':
      return 'Không có đơn vị nào mang mã này. Xem mã ở trang Quản trị → Đơn vị.'
    case 'gln-invalid':
      return `${refusal.gln} không phải GLN: GLN có 13 chữ số, chữ số cuối là số kiểm tra.`
    case 'gln-taken':
      return `GLN ${refusal.gln} đã ghi cho đơn vị khác.`
  }
}
