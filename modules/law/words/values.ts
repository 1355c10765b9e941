/** In the place of a value that cannot be read. */
export const unknownValue = 'chưa rõ'

export const yesOrNo = { yes: 'có', no: 'không' } as const

/** A decision of the Prime Minister by its number and symbol, as a paper cites it. */
export const decisionNamed = (decision: string): string => `Quyết định ${decision}`

/** The titles of the topics of ranks, with the unit. */
export const rankTopicWords = {
  'star.recognised-from': {
    title: 'Hạng sao thấp nhất được công nhận',
    needsAuthority: 'Mục “Người có thẩm quyền công nhận” phải ghi đủ mọi hạng từ hạng này đến 5 sao.',
  },
  'star.authority': {
    title: 'Người có thẩm quyền công nhận',
    say: (authority: Readonly<Record<string, string>>): string =>
      Object.entries(authority)
        .map(([stars, whom]) => `${stars} sao: ${whom}`)
        .join('; '),
    bound: 'Ghi ít nhất một hạng; mỗi hạng là một số từ 1 đến 5, kèm tên người có thẩm quyền dài từ 3 đến 200 chữ.',
  },
  'star.ministry-from-points': {
    title: 'Điểm phải gửi hồ sơ lên Bộ',
    withinBands: 'Điểm gửi lên Bộ không được cao hơn điểm bắt đầu của hạng 5 sao ở mục “Điểm của từng hạng sao”.',
  },
  'star.ministry-needs-minimums': {
    title: 'Chỉ gửi Bộ hồ sơ đạt đủ mức tối thiểu của hạng 5 sao',
    say: (needed: boolean): string => (needed ? yesOrNo.yes : yesOrNo.no),
  },
} as const
