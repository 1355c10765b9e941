import { province } from '@dacsan/modules/province'
import type { Language } from '@dacsan/modules/province'
import type { CodeLink, CodeLinks, ItemLinks, LinkTarget } from '@dacsan/modules/traceability'
import { describeItem, linkTitles } from './words.ts'

/** A link as a caller gets it: a type of the GS1 Web Vocabulary and a path on this site. */
export type PageLink = { type: string; path: string; title: string; hreflang?: Language }

/** The pages that a code leads to. The first is the default; `product` is its GTIN alone, where the code names a lot of it. */
export type PageLinks = {
  title: string
  links: readonly PageLink[]
  product: { gtin: string; title: string; links: readonly PageLink[] } | null
}

const prefixes = { vi: '', en: '/en', km: '/km' } as const satisfies Record<Language, string>

const paths: { [To in LinkTarget['to']]: (target: Extract<LinkTarget, { to: To }>) => string } = {
  scan: ({ code }) => `/t/${code}`,
  recall: ({ code }) => `/t/${code}#thu-hoi`,
  product: ({ slug }) => `/san-pham/${slug}`,
  certificate: ({ code }) => `/giay-chung-nhan/${code}`,
  doubt: ({ code }) => `/phan-anh?ma=${code}`,
}
const pathOf = (target: LinkTarget): string => (paths[target.to] as (target: LinkTarget) => string)(target)

/** Gives the links of a code their addresses and titles. */
export function pagesOf({ product, ...own }: CodeLinks): PageLinks {
  return { ...pagesOfItem(own), product: product && { gtin: product.gtin, ...pagesOfItem(product) } }
}

function pagesOfItem({ item, links }: ItemLinks): Omit<PageLinks, 'product'> {
  return { title: describeItem(item), links: links.flatMap(pagesOfLink) }
}

function pagesOfLink({ type, target }: CodeLink): PageLink[] {
  const titles = linkTitles[type]
  const path = pathOf(target)
  if (typeof titles === 'string') return [{ type, path, title: titles }]
  return province().site.languages.map((language) => ({
    type,
    path: prefixes[language] + path,
    title: titles[language],
    hreflang: language,
  }))
}
