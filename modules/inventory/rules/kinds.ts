/**
 * What a line of the ledger tells. The sign is how it changes what is on hand; `by` is who writes it. What a recall wrote by mistake it takes back by one
 * more line of the same kind, below or above zero.
 */
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
  /** Goods of a recalled lot that were corrected, used for something else or re-exported. */
  handled: { sign: '-', by: 'recall', reason: true },
} as const satisfies Record<string, { sign: '+' | '-' | 'pair' | 'either'; by: 'maker' | 'shop' | 'recall'; reason: boolean }>
export type Kind = keyof typeof kinds

/** Goods that are taken out of the books by hand, each with its reason. */
export const takenOutKinds = ['sampled', 'damaged', 'destroyed'] as const satisfies readonly Kind[]
export type TakenOutKind = (typeof takenOutKinds)[number]

/** What a recall does with goods that the ledger knows. */
export const recallKinds = ['recalled', 'sold', 'sampled', 'destroyed', 'handled'] as const satisfies readonly Kind[]
export type RecallKind = (typeof recallKinds)[number]

/** A line against the sign of its kind takes one back that was written by mistake. */
export const takesBack = (kind: Kind, delta: number): boolean => kinds[kind].sign === (delta < 0 ? '+' : '-')
