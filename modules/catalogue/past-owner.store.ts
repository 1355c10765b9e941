import { sql } from 'kysely'
import type { PlainDate } from '@dacsan/vietnam'
import type { ReadDb, Tx } from '../context.ts'
import type { ProducerId, ProductId } from './rules/ids.ts'

type Named = { slug: string; name: string }

/** A change of hands that everybody may read: which product, from whom to whom, and its last day with the one before. */
export type ChangeOfHands = { product: Named; from: Named; to: Named; until: PlainDate }

const changes = (db: ReadDb) =>
  db
    .selectFrom('product_past_owner as past')
    .innerJoin('product', 'product.id', 'past.product_id')
    .innerJoin('producer as before', 'before.id', 'past.producer_id')
    .innerJoin('producer as after', 'after.id', 'past.to_producer_id')
    .select([
      'past.until',
      'product.slug',
      'product.name',
      'before.slug as fromSlug',
      'before.name as fromName',
      'after.slug as toSlug',
      'after.name as toName',
    ])
    .orderBy('past.until', 'desc')
    .orderBy('past.product_id')
    .orderBy('past.number', 'desc')

type Row = Awaited<ReturnType<ReturnType<typeof changes>['executeTakeFirstOrThrow']>>
const toChange = ({ until, slug, name, fromSlug, fromName, toSlug, toName }: Row): ChangeOfHands => ({
  product: { slug, name },
  from: { slug: fromSlug, name: fromName },
  to: { slug: toSlug, name: toName },
  until,
})

/** Whose a product was, the latest first. */
export async function selectPastOwners(db: ReadDb, productId: ProductId): Promise<ChangeOfHands[]> {
  return (await changes(db).where('past.product_id', '=', productId).execute()).map(toChange)
}

/** Products of the register that a producer gave away or was given, the latest first. */
export async function selectChangesOfHands(db: ReadDb, producerId: ProducerId): Promise<ChangeOfHands[]> {
  const rows = await changes(db)
    .where('product.in_register', '=', true)
    .where((eb) => eb.or([eb('past.producer_id', '=', producerId), eb('past.to_producer_id', '=', producerId)]))
    .execute()
  return rows.map(toChange)
}

/** One more change of hands of a product that is held. */
export async function insertPastOwner(
  tx: Tx,
  productId: ProductId,
  { fromId, toId, until }: { fromId: ProducerId; toId: ProducerId; until: PlainDate },
): Promise<void> {
  await tx
    .insertInto('product_past_owner')
    .values({
      product_id: productId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from product_past_owner where product_id = ${productId})`,
      producer_id: fromId,
      to_producer_id: toId,
      until,
    })
    .execute()
}
