import { createHash } from 'node:crypto'
import type { Ctx } from '../../context.ts'
import type { Listing } from '../rules.ts'
import { shelfNow } from './products-on-sale.ts'

type Stock = Pick<Listing, 'listingId' | 'productId' | 'available' | 'nextExpiry' | 'ahead'>

/**
 * What stock alone changes on a page: how much there is and how long it lasts, or what is promised instead and for which day. Everything else that a page shows of a listing sends a notice when it
 * changes. Pages that show the whole shelf have the mark of `all`, the page of a product that of its own.
 *
 * @example stockMark('all', listings) // 'all:Yb3…'
 */
export function stockMark(of: 'all' | Listing['productId'], stock: readonly Stock[]): string {
  const lines = stock
    .filter(({ productId }) => of === 'all' || of === productId)
    .map((one) => [one.listingId, one.available, one.nextExpiry, one.ahead && JSON.stringify(one.ahead)].join(' '))
  return `${of}:${createHash('sha256').update(lines.toSorted().join('\n')).digest('base64url').slice(0, 22)}`
}

/** Which of the marks that pages were rendered with are those of the shelf as it is now. */
export async function marksOfShelf(ctx: Pick<Ctx, 'db' | 'now'>): Promise<(mark: string) => boolean> {
  const { listings } = await shelfNow(ctx)
  return (mark) => mark === stockMark(mark.slice(0, mark.indexOf(':')) as 'all' | Listing['productId'], listings)
}
