import type { ProductId } from '../catalogue/rules.ts'
import type { ReadDb } from '../context.ts'
import { selectAnchors, selectProductLinks } from './link.store.ts'
import type { Anchor, Link } from './rules/link.ts'

/** What was imported for these levels of a thing, by their paths. */
export async function importedLinks(db: ReadDb, paths: readonly string[]): Promise<ReadonlyMap<string, Anchor>> {
  const anchors = paths.length === 0 ? [] : await selectAnchors(db, paths)
  return new Map(anchors.map((anchor) => [anchor.path, anchor]))
}

/** What its producer added to a product, as anybody gets it. */
export async function linksOfProduct(db: ReadDb, productId: ProductId): Promise<Link[]> {
  const links = await selectProductLinks(db, productId)
  return links.map(({ type, href, title, language }) => ({
    type,
    href,
    title,
    hreflang: language === null ? [] : [language],
    media: null,
    context: [],
    forwardsQuery: true,
    isPublic: true,
  }))
}
