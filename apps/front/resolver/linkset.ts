import { defaultType, defaultTypeOfMany, describedAs, writeRelation } from '@dacsan/modules/links'
import type { Link } from '@dacsan/modules/links'
import type { Level } from './pages-of-links.ts'

/**
 * A linkset (RFC 9264) of a thing and of what stands above it, up to its key.
 * Source: GS1-Conformant resolver standard 1.2, section 5 and its linkset schema.
 */
export function linksetOf(levels: readonly Level[], origin: string): object {
  return { linkset: levels.map((level) => contextOf(described(level), origin)) }
}

function contextOf({ anchor, title, links }: Level, origin: string): object {
  const byType = Map.groupBy(links, ({ type }) => writeRelation(type))
  return {
    anchor: origin + anchor,
    itemDescription: title,
    ...Object.fromEntries([...byType].map(([type, links]) => [type, links.map(targetOf)])),
  }
}

function targetOf({ href, title, media, hreflang, context, forwardsQuery }: Link): object {
  return {
    href,
    title,
    ...(media !== null && { type: media }),
    ...(hreflang.length > 0 && { hreflang }),
    ...(context.length > 0 && { context }),
    ...(!forwardsQuery && { fwqs: false }),
  }
}

/** A default link stands under a type that says what it is, too (GS1-Conformant resolver standard 1.2, 2.5.8). */
export function described(level: Level): Level {
  const isDefault = ({ type }: Link) => type === defaultType || type === defaultTypeOfMany
  const { links } = level
  const missing = links.filter((link) => isDefault(link) && !links.some((other) => !isDefault(other) && other.href === link.href))
  return missing.length === 0 ? level : { ...level, links: [...links, ...missing.map((link) => ({ ...link, type: describedAs }))] }
}
