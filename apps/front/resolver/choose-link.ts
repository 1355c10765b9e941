import Negotiator from 'negotiator'
import { defaultType, defaultTypeOfMany, isOfType } from '@dacsan/modules/links'
import type { Link } from '@dacsan/modules/links'
import type { Level } from './pages-of-links.ts'

/** What a caller would rather have. */
export type Wish = { languages: string | undefined; accept: string | undefined; context: string | undefined }

/** The one link to lead to; several that nothing tells apart; or none of this type. */
export type Choice = { link: Link } | { alternatives: readonly Link[] } | null

/** The link of a type, from the narrowest level that has it (GS1-Conformant resolver standard 1.2, 2.6.2). */
export function chooseOfType(levels: readonly Level[], type: string, wish: Wish): Choice {
  for (const { links } of levels) {
    const candidates = links.filter((link) => isOfType(link.type, type))
    if (candidates.length > 0) return best(candidates, ranks(candidates, wish))
  }
  return null
}

/**
 * Where a code leads whoever names no type: the default, unless one of several defaults fits the request better (2.6.3). Where no level says what its
 * default is, the first link of the narrowest one.
 */
export function chooseDefault(levels: readonly Level[], wish: Wish): Choice {
  for (const { links } of levels) {
    const several = links.filter(({ type }) => type === defaultTypeOfMany)
    const fitting = ranks(several, wish)
    const asked = several.filter((_, place) => isMeant(fitting[place]!))
    if (asked.length > 0) return best(asked, ranks(asked, wish))
    const single = links.find(({ type }) => type === defaultType)
    if (single) return { link: single }
    if (several.length > 0) return best(several, fitting)
  }
  const [first] = levels[0]?.links ?? []
  return first ? { link: first } : null
}

/** How a link meets each part of a wish, the weightiest part first: the lower the better. */
type Rank = readonly [context: number, language: number, media: number]
const unsaid = 1_000
const unfit = 2_000

/** Something that was asked for it has, and nothing that it has was not asked for. */
const isMeant = (rank: Rank) => rank.some((part) => part < unsaid) && rank.every((part) => part < unfit)

function ranks(links: readonly Link[], { languages, accept, context }: Wish): Rank[] {
  const spoken = inOrder(languages, '*', (header) =>
    new Negotiator({ headers: { 'accept-language': header } }).languages(links.flatMap(({ hreflang }) => hreflang)),
  )
  const media = inOrder(accept, '*/*', (header) =>
    new Negotiator({ headers: { accept: header } }).mediaTypes(links.flatMap(({ media }) => media ?? [])),
  )
  return links.map((link) => [
    link.context.length === 0 ? unsaid : context !== undefined && link.context.includes(context) ? 0 : unfit,
    placeOf(link.hreflang, spoken),
    placeOf(link.media === null ? [] : [link.media], media),
  ])
}

/** What is wanted by name, the most wanted first, and whether anything else is taken as well. */
type Wanted = { named: readonly string[]; others: boolean }

function inOrder(header: string | undefined, any: string, read: (header: string) => string[]): Wanted {
  const parts = (header ?? any).split(',').map((part) => part.trim())
  const named = parts.filter((part) => part.split(';', 1)[0]!.trim() !== any)
  return { named: named.length === 0 ? [] : read(named.join(', ')), others: named.length < parts.length }
}

function placeOf(values: readonly string[], { named, others }: Wanted): number {
  if (values.length === 0) return unsaid
  const places = values.map((value) => named.indexOf(value)).filter((place) => place >= 0)
  if (places.length > 0) return Math.min(...places)
  return others ? unsaid : unfit
}

function best(links: readonly Link[], ranked: readonly Rank[]): Choice {
  const least = ranked.reduce((one, other) => (compare(other, one) < 0 ? other : one))
  const [first, ...rest] = links.filter((_, place) => compare(ranked[place]!, least) === 0)
  // Of links that differ in what nobody asked about, the first; only those that say the same of themselves cannot be told apart.
  const alike = rest.filter((link) => attributesOf(link) === attributesOf(first!) && link.href !== first!.href)
  return alike.length === 0 ? { link: first! } : { alternatives: [first!, ...alike] }
}

const compare = (one: Rank, other: Rank): number => one[0] - other[0] || one[1] - other[1] || one[2] - other[2]
const attributesOf = ({ hreflang, media, context }: Link) => JSON.stringify([hreflang, media, context])
