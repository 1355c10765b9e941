export const personalDataWords = {
  papers: { says: 'Văn bản đã cho in', fields: { at: 'Lúc', kind: 'Loại', format: 'Dạng' } },
} as const
