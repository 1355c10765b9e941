import type { Anchor, Link } from '@dacsan/modules/links'
import { province } from '@dacsan/modules/province'
import type { Language } from '@dacsan/modules/province'
import { lotUri, placeUri } from '@dacsan/modules/traceability'
import type { CodeLink, ItemLinks, LinkTarget, LinkType, PlaceLinks } from '@dacsan/modules/traceability'
import { describeItem, describePlace, linkTitles } from './words.ts'

/** One thing of those that a code names, from the narrowest on: what it is and where it leads. `anchor`: its path here. */
export type Level = { anchor: string; title: string; links: readonly Link[] }

/** Where a code leads. `isOurs`: it was issued here, so that a person before a screen gets our own page of it. */
export type PageLinks = { isOurs: boolean; levels: readonly Level[] }

/** What was found for the path that was asked for. */
export type FoundLinks = {
  path: string
  /** The levels of its GS1 key, the narrowest first; none for a code of ours. */
  paths: readonly string[]
  /** Of lots and products of ours. */
  own: readonly ItemLinks[]
  /** What was imported, by path. */
  imported: ReadonlyMap<string, Anchor>
  /** What the producer added to its product. */
  added: readonly Link[]
}

/**
 * What our own items say and what was imported for the same key, level by level. An import takes the place of what we say of the same type, its default
 * included; but whether a lot is recalled and what its certificate is worth nobody else says of our own goods.
 */
export function pagesOf({ path, paths, own, imported, added }: FoundLinks, origin: string): PageLinks {
  const isOurs = own.length > 0
  // A lot of ours may stand under its trace code while what was imported for it stands under its GS1 key.
  const places: { anchor: string; item?: ItemLinks; stored?: Anchor }[] = paths.map((at) => ({
    anchor: at,
    item: own.find(({ gs1 }) => gs1 === at),
    stored: imported.get(at),
  }))
  for (const item of own)
    if (!places.some((place) => place.item === item)) {
      const stored = item.gs1 === null ? undefined : imported.get(item.gs1)
      places.push({ anchor: item === own[0] && paths.length === 0 ? path : (item.gs1 ?? `/t/${item.code}`), item, stored })
    }
  const levels = places.flatMap(({ anchor, item, stored }) => {
    const links = linksOf(item, stored, added, origin).filter(({ isPublic }) => isPublic)
    return links.length === 0 ? [] : [{ anchor, title: item ? describeItem(item.item) : stored!.itemDescription, links }]
  })
  return { isOurs, levels }
}

/** Where the code of a place of ours leads. */
export function pagesOfPlace({ place, links }: PlaceLinks, path: string, origin: string): PageLinks {
  return {
    isOurs: true,
    levels: [{ anchor: path, title: describePlace(place), links: links.flatMap((link) => ownLinks(link, origin)) }],
  }
}

const saidByUs: ReadonlySet<string> = new Set<LinkType>(['recallStatus', 'certificationInfo'])

function linksOf(item: ItemLinks | undefined, stored: Anchor | undefined, added: readonly Link[], origin: string): Link[] {
  const ours = item?.links.flatMap((link) => ownLinks(link, origin)) ?? []
  const theirs = (stored?.links ?? []).filter(({ type }) => !item || !saidByUs.has(type))
  const replaced = new Set(theirs.map(({ type }) => type))
  return [...ours.filter(({ type }) => !replaced.has(type)), ...theirs, ...(item?.item.lot === null ? added : [])]
}

const prefixes = { vi: '', en: '/en', km: '/km' } as const satisfies Record<Language, string>

const paths: { [To in LinkTarget['to']]: (target: Extract<LinkTarget, { to: To }>, origin: string) => string } = {
  scan: ({ code }) => `/t/${code}`,
  recall: ({ code }) => `/t/${code}#thu-hoi`,
  product: ({ slug }) => `/san-pham/${slug}`,
  certificate: ({ code }) => `/giay-chung-nhan/${code}`,
  doubt: ({ code }) => `/phan-anh?ma=${code}`,
  'events-of': ({ lot }, origin) => `/epcis/events?MATCH_anyEPCClass=${encodeURIComponent(lotUri({ origin }, lot))}`,
  // Each of our events says where it was read; a business location only where goods stay.
  'events-at': ({ place }, origin) => `/epcis/events?EQ_readPoint=${encodeURIComponent(placeUri({ origin }, place))}`,
  place: ({ code }) => `/noi/${code}`,
  'place-data': ({ code }) => `/noi/${code}/noi.json`,
}
const pathOf = (target: LinkTarget, origin: string): string =>
  (paths[target.to] as (target: LinkTarget, origin: string) => string)(target, origin)

const forMachines: ReadonlySet<LinkTarget['to']> = new Set(['events-of', 'events-at', 'place-data'])

const ofOurs = { media: 'text/html', context: [], forwardsQuery: true, isPublic: true } as const

/** A link of ours with its address and title: one for each language that its page speaks. */
function ownLinks({ type, target }: CodeLink, origin: string): Link[] {
  const titles = linkTitles[type]
  const path = pathOf(target, origin)
  const media = forMachines.has(target.to) ? 'application/ld+json' : ofOurs.media
  if (typeof titles === 'string') return [{ ...ofOurs, media, type, href: origin + path, title: titles, hreflang: [] }]
  return province().site.languages.map((language) => ({
    ...ofOurs,
    type,
    href: origin + prefixes[language] + path,
    title: titles[language],
    hreflang: [language],
  }))
}
