import { withCommit } from '@dacsan/platform/context'
import { sql } from 'kysely'
import type { ReadDb, Tx } from '../../context.ts'
import type { WantedLine } from '../rules.ts'
import type { CartId, ListingId } from '../rules/ids.ts'

/** Opens the cart, or touches it, and holds it: two taps at once are two jars, never one. */
export async function touchCart(tx: Tx, cartId: CartId, at: Date): Promise<void> {
  await tx
    .insertInto('cart')
    .values({ id: cartId, updated_at: at })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ updated_at: at }))
    .execute()
}

export async function selectCartLines(db: ReadDb, cartId: CartId): Promise<WantedLine[]> {
  return db
    .selectFrom('cart_line')
    .where('cart_id', '=', cartId)
    .select(['listing_id as listingId', 'quantity'])
    .orderBy('added_at')
    .orderBy('listing_id')
    .execute()
}

export async function countCartLines(db: ReadDb, cartId: CartId): Promise<number> {
  const { count } = await db
    .selectFrom('cart_line')
    .where('cart_id', '=', cartId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function addCartLine(tx: Tx, line: WantedLine & { cartId: CartId; at: Date; most: number }): Promise<void> {
  await tx
    .insertInto('cart_line')
    .values({ cart_id: line.cartId, listing_id: line.listingId, quantity: line.quantity, added_at: line.at })
    .onConflict((conflict) =>
      conflict
        .columns(['cart_id', 'listing_id'])
        .doUpdateSet({ quantity: sql<number>`least(cart_line.quantity + excluded.quantity, ${line.most})` }),
    )
    .execute()
}

export async function setCartLine(tx: Tx, line: WantedLine & { cartId: CartId }): Promise<void> {
  const own = tx.updateTable('cart_line').where('cart_id', '=', line.cartId).where('listing_id', '=', line.listingId)
  await own.set({ quantity: line.quantity }).execute()
}

/** With the commit of the order. */
export async function deleteCartLines(tx: Tx, cartId: CartId, listingIds: readonly ListingId[]): Promise<void> {
  if (listingIds.length === 0) return
  await withCommit(tx, tx.deleteFrom('cart_line').where('cart_id', '=', cartId).where('listing_id', 'in', listingIds).compile())
}

/** Carts that nobody touched for a long time. */
export async function deleteCartsBefore(tx: Tx, before: Date): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('cart').where('updated_at', '<', before).executeTakeFirst()
  return Number(numDeletedRows)
}
