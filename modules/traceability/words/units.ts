/** What goods are counted in, the first fits most; a lot keeps the word as it stands here. */
export const lotUnits = [
  'gói',
  'hũ',
  'hộp',
  'chai',
  'túi',
  'kg',
  'cái',
  'quả',
  'bó',
  'lít',
  'đòn',
  'con',
  'lon',
  'vỉ',
  'thùng',
  'cây',
] as const

/** What raw material is bought in, the first fits most. */
export const materialUnits = ['kg', 'trái', 'lít', 'bó', 'cái', 'gói'] as const

/** A quantity in thousandths of its unit, as people read it. */
export const sayAmount = (amount: number, unit: string): string =>
  `${(amount / 1000).toLocaleString('vi', { maximumFractionDigits: 3 })} ${unit}`
