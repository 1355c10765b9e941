import { sql } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import type { ProductId } from '../catalogue/rules.ts'
import type { ProductLinkId } from './rules/ids.ts'
import type { Anchor } from './rules/link.ts'
import type { NewLink, ProductLink } from './rules/product-link.ts'

/** What was imported for any of these paths, in no order. */
export async function selectAnchors(db: ReadDb, paths: readonly string[]): Promise<Anchor[]> {
  return db
    .selectFrom('link_anchor')
    .select(['path', 'item_description as itemDescription', 'links'])
    .where('path', 'in', [...paths])
    .execute()
}

/** Puts anchors in, each in place of what was there under its path. */
export async function replaceAnchors(tx: Tx, anchors: readonly Anchor[], at: Date): Promise<void> {
  for (let from = 0; from < anchors.length; from += mostAtOnce) {
    const rows = anchors.slice(from, from + mostAtOnce).map(({ path, itemDescription, links }) => ({
      path,
      item_description: itemDescription,
      links: JSON.stringify(links),
      imported_at: at,
    }))
    await tx
      .insertInto('link_anchor')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('path').doUpdateSet((eb) => ({
          item_description: eb.ref('excluded.item_description'),
          links: eb.ref('excluded.links'),
          imported_at: eb.ref('excluded.imported_at'),
        })),
      )
      .execute()
  }
}
const mostAtOnce = 1_000

const columns = ['id', 'type', 'href', 'title', 'language', 'added_at as addedAt'] as const

export async function selectProductLinks(db: ReadDb, productId: ProductId): Promise<ProductLink[]> {
  return db.selectFrom('product_link').select(columns).where('product_id', '=', productId).orderBy('added_at').orderBy('id').execute()
}

export async function insertProductLink(
  tx: Tx,
  { id, productId, link, at, by }: { id: ProductLinkId; productId: ProductId; link: NewLink; at: Date; by: string | null },
): Promise<void> {
  await tx
    .insertInto('product_link')
    .values({ id, product_id: productId, ...link, added_at: at, added_by_id: by })
    .execute()
}

/** Whether it was there. */
export async function deleteProductLink(tx: Tx, productId: ProductId, id: ProductLinkId): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('product_link').where('product_id', '=', productId).where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}

/** A link of any product, as the province looks it over. */
export type ListedLink = {
  id: ProductLinkId
  productId: ProductId
  productName: string
  producerName: string
  type: string
  title: string
  href: string
  addedAt: Date
}

export function linksListed(db: ReadDb) {
  return sql<ListedLink>`${db
    .selectFrom('product_link as link')
    .innerJoin('product_card as product', 'product.id', 'link.product_id')
    .innerJoin('producer_card as producer', 'producer.id', 'product.producer_id')
    .select([
      'link.id',
      'link.product_id as productId',
      'product.name as productName',
      'producer.name as producerName',
      'link.type',
      'link.title',
      'link.href',
      'link.added_at as addedAt',
    ])}`
}
