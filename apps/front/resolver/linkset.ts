import Negotiator from 'negotiator'
import type { PageLink, PageLinks } from './pages-of-links.ts'

const vocabulary = 'https://gs1.org/voc/'
const spellings = [vocabulary, 'https://ref.gs1.org/voc/', 'http://gs1.org/voc/', 'gs1:']

/** A link type as a caller may write it (`gs1:pip`, either address of the vocabulary, the bare word), without its namespace. */
export function readLinkType(typed: string): string {
  const spelling = spellings.find((start) => typed.startsWith(start))
  return spelling === undefined ? typed : typed.slice(spelling.length)
}

/** The link of this type in the language that the caller would rather read; without any of them, the first. */
export function chooseLink(links: readonly PageLink[], type: string, acceptLanguage: string | undefined): PageLink | undefined {
  const candidates = links.filter((link) => link.type === type)
  if (candidates.length < 2 || acceptLanguage === undefined) return candidates[0]
  const spoken = candidates.flatMap(({ hreflang }) => hreflang ?? [])
  const [best] = new Negotiator({ headers: { 'accept-language': acceptLanguage } }).languages(spoken)
  return candidates.find(({ hreflang }) => hreflang === best) ?? candidates[0]
}

/**
 * A linkset (RFC 9264) of a code, and of the product above a lot. `anchor` is the address that was asked for, without its query.
 * Source: GS1-Conformant resolver standard 1.2, section 5 and its linkset schema.
 */
export function linksetOf({ title, links, product }: PageLinks, anchor: string, origin: string): object {
  const linkset = [contextOf(anchor, title, links, origin)]
  if (product) linkset.push(contextOf(`${origin}/01/${product.gtin}`, product.title, product.links, origin))
  return { linkset }
}

function contextOf(anchor: string, itemDescription: string, links: readonly PageLink[], origin: string): object {
  const byType: Record<string, object[]> = {}
  for (const { type, path, title, hreflang } of links) {
    const target = { href: origin + path, title, type: 'text/html', ...(hreflang && { hreflang: [hreflang] }) }
    ;(byType[vocabulary + type] ??= []).push(target)
  }
  return { anchor, itemDescription, ...byType }
}
