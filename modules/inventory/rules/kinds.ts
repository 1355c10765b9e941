/** What a line of the ledger tells. The sign is how it changes what is on hand; `by` is who writes it. */
export const kinds = {
  packed: { sign: '+', by: 'maker', reason: false },
  moved: { sign: 'pair', by: 'maker', reason: false },
  sold: { sign: '-', by: 'shop', reason: false },
  returned: { sign: '+', by: 'maker', reason: true },
  counted: { sign: 'either', by: 'maker', reason: true },
  sampled: { sign: '-', by: 'maker', reason: true },
  damaged: { sign: '-', by: 'maker', reason: true },
  destroyed: { sign: '-', by: 'maker', reason: true },
  /** Goods of a recalled lot that came back from buyers. */
  recalled: { sign: '+', by: 'maker', reason: true },
} as const satisfies Record<string, { sign: '+' | '-' | 'pair' | 'either'; by: 'maker' | 'shop'; reason: boolean }>
export type Kind = keyof typeof kinds

/** Goods that are taken out of the books by hand, each with its reason. */
export const takenOutKinds = ['sampled', 'damaged', 'destroyed'] as const satisfies readonly Kind[]
export type TakenOutKind = (typeof takenOutKinds)[number]
