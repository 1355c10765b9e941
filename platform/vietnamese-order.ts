import type { OrderByItemBuilder } from 'kysely'

/** The collation of every list that people read, the same as `Intl.Collator('vi')` on pages. PostgreSQL names it in every build with ICU. */
export const vietnamese = 'vi-x-icu'

/**
 * Orders by a name as Vietnamese dictionaries do: accents count after letters, đ comes after d, capital letters make no difference of their own.
 *
 * @example db.selectFrom('product').select('name').orderBy('name', inVietnamese)
 */
export const inVietnamese = (order: OrderByItemBuilder): OrderByItemBuilder => order.collate(vietnamese)
