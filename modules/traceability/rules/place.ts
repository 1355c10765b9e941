import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { PlaceKind } from '../acts.ts'
import type { PlaceId } from './ids.ts'

/** Where goods of a producer lie. Its GLN names it to others, its id where it has none. */
export type Place = {
  id: PlaceId
  kind: PlaceKind
  name: string
  gln: string | null
  communeCode: string | null
  /** Where goods come to be unless somebody says otherwise. */
  isDefault: boolean
  /** Orders of the shop are served from here. */
  sells: boolean
  endedAt: Date | null
}

export type AddPlaceRefusal =
  | { code: 'gln-taken'; gln: string }
  | { code: 'place-repeated'; name: string }
  | { code: 'unknown-commune'; communeCode: string }
  | { code: 'position-without-consent' }
  | { code: 'producer-missing' }
export type TendPlaceRefusal = { code: 'place-ended' } | { code: 'place-is-default' }

type WantedPlace = { name: string; gln: string | null; communeCode: string | null; hasPosition: boolean; agrees: boolean }

/** Where a workshop stands is often where somebody lives: its position is kept only where the owner agreed to it (Luật 91/2025/QH15). */
export function decideAddPlace<Wanted extends WantedPlace>(
  wanted: Wanted,
  facts: { places: readonly Pick<Place, 'name' | 'endedAt'>[]; glnTaken: boolean; communeKnown: boolean },
): Decision<Wanted, AddPlaceRefusal> {
  const { name, gln, communeCode } = wanted
  if (gln !== null && facts.glnTaken) return refuse('gln-taken', { gln })
  if (communeCode !== null && !facts.communeKnown) return refuse('unknown-commune', { communeCode })
  if (wanted.hasPosition && !wanted.agrees) return refuse('position-without-consent')
  const repeated = facts.places.some((place) => place.endedAt === null && place.name.toLowerCase() === name.toLowerCase())
  return repeated ? refuse('place-repeated', { name }) : accept(wanted)
}

export function decideEndPlace(place: Pick<Place, 'isDefault' | 'endedAt'>): Decision<null, TendPlaceRefusal> {
  if (place.endedAt !== null) return refuse('place-ended')
  return place.isDefault ? refuse('place-is-default') : accept(null)
}

export function decideSelling(place: Pick<Place, 'endedAt'>): Decision<null, TendPlaceRefusal> {
  return place.endedAt === null ? accept(null) : refuse('place-ended')
}
