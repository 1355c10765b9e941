export const personalDataWords = {
  published: { says: 'Điều khoản đã công bố', fields: { at: 'Lúc', code: 'Phần' } },
} as const
