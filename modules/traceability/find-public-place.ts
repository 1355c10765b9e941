import { NotFound } from '@dacsan/decisions'
import { isInRegister, productsOfProducer } from '../catalogue/index.ts'
import type { ProductCard } from '../catalogue/rules.ts'
import type { Ctx, ReadDb } from '../context.ts'
import { visitor } from '../identity/index.ts'
import type { PlaceKind } from './acts.ts'
import { placeUri } from './addresses.ts'
import type { Site } from './addresses.ts'
import type { CodeLink } from './links.ts'
import { selectPublicPlace } from './place.store.ts'

/** A place as everybody may know it. */
export type PublicPlace = {
  code: string
  kind: PlaceKind
  commune: string | null
  province: string | null
  /** Whose it is, where the register names that producer to everybody. */
  owner: { name: string; slug: string } | null
  isEnded: boolean
}

/**
 * A place by the code that events name it with, for everybody: what it is, in which commune, and whose where the register says that already. What its owner
 * calls it is often the name of a person, and its position was given to be kept, not to be shown (Luật 91/2025/QH15).
 */
export async function findPublicPlace({ db }: Pick<Ctx, 'db'>, code: string): Promise<{ place: PublicPlace; products: ProductCard[] }> {
  const found = await publicPlace(db, code)
  if (!found) throw new NotFound('No such place', { code })
  const { place, producerId } = found
  return { place, products: place.owner === null ? [] : await productsOfProducer({ db, actor: visitor }, producerId) }
}

async function publicPlace(db: ReadDb, code: string) {
  const row = await selectPublicPlace(db, code)
  if (!row) return undefined
  const { kind, commune, province, producerId, producerName, producerSlug, endedAt } = row
  const owner = (await isInRegister(db, producerId)) ? { name: producerName, slug: producerSlug } : null
  return { place: { code: row.code, kind, commune, province, owner, isEnded: endedAt !== null }, producerId }
}

/** Where the code of a place leads; null for one that was not given out here. */
export type PlaceLinks = { place: PublicPlace; links: readonly CodeLink[] }

export async function findPlaceLinks({ db }: Pick<Ctx, 'db'>, code: string): Promise<PlaceLinks | null> {
  const found = await publicPlace(db, code)
  if (!found) return null
  const { place } = found
  const page = { to: 'place', code: place.code } as const
  return {
    place,
    links: [
      { type: 'defaultLink', target: page },
      { type: 'locationInfo', target: page },
      { type: 'masterData', target: { to: 'place-data', code: place.code } },
      { type: 'epcis', target: { to: 'events-at', place: { gln: null, code: place.code } } },
    ],
  }
}

/** The same for programs, in the words of schema.org. */
export function placeDocument(site: Site, place: PublicPlace) {
  return {
    '@context': 'https://schema.org',
    '@id': placeUri(site, { gln: null, code: place.code }),
    '@type': 'Place',
    identifier: place.code,
    additionalType: place.kind,
    address: {
      '@type': 'PostalAddress',
      ...(place.commune !== null && { addressLocality: place.commune }),
      ...(place.province !== null && { addressRegion: place.province }),
      addressCountry: 'VN',
    },
    ...(place.owner !== null && {
      // Place has no word of its own for whose it is.
      additionalProperty: {
        '@type': 'PropertyValue',
        name: 'owner',
        value: { '@type': 'Organization', name: place.owner.name, url: `${site.origin}/chu-the/${place.owner.slug}` },
      },
    }),
    permanentlyClosed: place.isEnded,
  }
}
