import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { cardsOfSlugs } from '../../catalogue/index.ts'
import type { ProductId } from '../../catalogue/rules.ts'
import type { Tx } from '../../context.ts'

/** The last part of an address, or the slug as it was typed. */
const slugIn = (typed: string) => typed.split(/[?#]/)[0]!.replace(/\/+$/, '').split('/').at(-1)!.toLowerCase()

/** The products behind addresses that were typed, in their order. */
export async function findTypedProducts(
  tx: Tx,
  typed: readonly string[],
): Promise<Outcome<ProductId[], { code: 'product-unknown'; said: string }>> {
  const slugs = typed.map(slugIn)
  const cards = new Map((await cardsOfSlugs({ db: tx }, slugs)).map((card) => [card.slug, card.id]))
  const missing = typed.find((_, index) => !cards.has(slugs[index]!))
  if (missing !== undefined) return refuse('product-unknown', { said: missing })
  return done([...new Set(slugs.map((slug) => cards.get(slug)!))])
}
