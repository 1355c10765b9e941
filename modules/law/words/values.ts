export const yesOrNo = { yes: 'có', no: 'không' } as const

/** A decision of the Prime Minister by its number and symbol, as a paper cites it. */
export const decisionNamed = (decision: string): string => `Quyết định ${decision}`

/** The titles of the topics of ranks, with the unit. */
export const rankTopicWords = {
  'star.recognised-from': { title: 'Hạng sao thấp nhất được công nhận' },
  'star.authority': {
    title: 'Người có thẩm quyền công nhận',
    say: (authority: Readonly<Record<string, string>>): string =>
      Object.entries(authority)
        .map(([stars, whom]) => `${stars} sao: ${whom}`)
        .join('; '),
  },
  'star.ministry-from-points': { title: 'Điểm phải gửi hồ sơ lên Bộ' },
} as const
