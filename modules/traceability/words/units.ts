/** What goods are counted in, the first fits most; a lot keeps the word as it stands here. */
export const lotUnits = ['gói', 'hũ', 'hộp', 'chai', 'túi', 'kg', 'cái', 'quả', 'bó', 'lít'] as const
