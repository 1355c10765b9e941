import { mostReceivers } from '@dacsan/modules/shop/rules'

/** How many others get the goods; 0: the buyer gets them. */
export function receiverCountOf(fields: Record<string, unknown>): number {
  const count = Number(fields['receiverCount'] ?? 0)
  return Number.isInteger(count) && count >= 0 && count <= mostReceivers ? count : 0
}

/** What was typed of receivers who are not on the form now: it comes back with them. */
export const putAside = (values: Record<string, string>, count: number): [string, string][] =>
  Object.entries(values).filter(([name]) => {
    const at = /^receivers\.(\d)\./.exec(name)?.[1]
    return at === undefined ? count > 0 && (name === 'buyerAddress' || name === 'deliverTo') : Number(at) >= count
  })
