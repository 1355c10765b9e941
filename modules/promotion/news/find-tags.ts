import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { foldText } from '@dacsan/vietnam'
import { cardsOfSlugs } from '../../catalogue/index.ts'
import type { Tx } from '../../context.ts'
import { listCommunes } from '../../law/index.ts'
import type { FairId } from '../fairs/rules/ids.ts'
import type { TagRefusal } from './rules/refusals.ts'
import { selectCalledFairs } from './tag.store.ts'
import type { NewTags } from './tag.store.ts'

/** The last part of an address, or the slug as it was typed. */
const slugIn = (typed: string) => typed.split(/[?#]/)[0]!.replace(/\/+$/, '').split('/').at(-1)!.toLowerCase()
/** A name as people write it: with what the commune is before it or without. */
const plainName = (name: string) =>
  foldText(name)
    .replace(/^(xa|phuong|thi tran|dac khu)\s+/, '')
    .trim()

type Typed = { products: readonly string[]; communes: readonly string[]; fairs: readonly FairId[] }

/** What an item is about, out of what was typed: addresses of products, names or codes of communes, fairs that were called. */
export async function findTags(tx: Tx, { products, communes, fairs }: Typed): Promise<Outcome<NewTags, TagRefusal>> {
  const slugs = products.map(slugIn)
  const cards = slugs.length === 0 ? [] : await cardsOfSlugs({ db: tx }, slugs)
  const missing = products.find((_, index) => !cards.some(({ slug }) => slug === slugs[index]))
  if (missing !== undefined) return refuse('product-unknown', { said: missing })
  const known = communes.length === 0 ? [] : await listCommunes(tx)
  const codes: string[] = []
  for (const typed of communes) {
    const found = known.filter(({ code, name }) => code === typed || plainName(name) === plainName(typed))
    if (found.length !== 1) return refuse('commune-unknown', { said: typed })
    codes.push(found[0]!.code)
  }
  if ((await selectCalledFairs(tx, fairs)).length !== new Set(fairs).size) return refuse('fair-unknown')
  return done({ productIds: [...new Set(cards.map(({ id }) => id))], communeCodes: [...new Set(codes)], fairIds: [...new Set(fairs)] })
}
