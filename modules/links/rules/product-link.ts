import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { ProductLinkId } from './ids.ts'

/** A link that a producer keeps to its product. `language`: of the page it leads to; null where it speaks several or none. */
export type ProductLink = { id: ProductLinkId; type: string; href: string; title: string; language: string | null; addedAt: Date }
export type NewLink = Pick<ProductLink, 'type' | 'href' | 'title' | 'language'>

/** The languages that a page may be said to speak. */
export const linkLanguages = ['vi', 'en', 'km'] as const

/** More than a scanner shows on one screen. */
export const mostLinks = 40

export type ProductLinkRefusal =
  | { code: 'link-type-not-offered' }
  | { code: 'link-not-https' }
  | { code: 'link-host-not-allowed'; host: string; allowed: readonly string[] }
  | { code: 'link-repeated'; title: string }
  | { code: 'links-full'; most: number }

export type LinkFacts = {
  kept: readonly NewLink[]
  /** The types that a producer may choose. */
  offered: readonly string[]
  /** Hosts that links may lead to, each with everything below it. */
  allowed: readonly string[]
}

/** Whether a code may lead there: over https, and to a host that the province lets codes lead to. */
export function decideAddLink(link: NewLink, { kept, offered, allowed }: LinkFacts): Decision<{ link: NewLink }, ProductLinkRefusal> {
  if (!offered.includes(link.type)) return refuse('link-type-not-offered')
  const target = URL.canParse(link.href) ? new URL(link.href) : null
  // A user name in front of the host makes a foreign address look like a known one.
  if (target?.protocol !== 'https:' || target.username !== '' || target.password !== '') return refuse('link-not-https')
  const { hostname, port } = target
  const isAllowed = port === '' && allowed.some((host) => hostname === host || hostname.endsWith(`.${host}`))
  if (!isAllowed) return refuse('link-host-not-allowed', { host: target.host, allowed })
  const same = kept.find(({ type, href, language }) => type === link.type && href === target.href && language === link.language)
  if (same) return refuse('link-repeated', { title: same.title })
  if (kept.length >= mostLinks) return refuse('links-full', { most: mostLinks })
  return accept({ link: { ...link, href: target.href } })
}
