import type { GlnRefusal } from './rules.ts'

/** For whoever is about to merge an organisation that has captured events. */
export const eventsGoOver = 'Sự kiện truy xuất (EPCIS) đã nhận từ phần mềm của đơn vị'

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
