import type { BizStep, Disposition, EpcisEvent } from '@dacsan/epcis'
import type { OwnEvent } from '../epcis-repository/index.ts'
import { happenedAt } from '../epcis-repository/rules.ts'
import { lotUri, placeUri } from '../traceability/index.ts'
import type { Site } from '../traceability/index.ts'
import type { PlaceId } from '../traceability/rules.ts'
import { takesBack } from './rules.ts'
import type { Kind } from './rules.ts'
import type { StockEntryId } from './rules/ids.ts'

// The lines of the ledger in the words of GS1. Nobody is named in them, and no reason that somebody wrote in words of its own.

export type NamedEntry = {
  id: StockEntryId
  kind: Kind
  delta: number
  at: Date
  lot: { number: string; traceCode: string }
  /** The GTIN of the pack; `lotGtin` is that by which the lot itself is called. */
  gtin: string | null
  lotGtin: string | null
  place: { id: PlaceId; gln: string | null }
}

type Told = { action: 'OBSERVE' | 'DELETE'; bizStep: BizStep; disposition?: Disposition }

/** What each kind of line is to CBV 2.0 (sections 7.1 and 7.2); of a movement what leaves and what arrives are told apart. */
const steps: Readonly<Record<Exclude<Kind, 'moved'> | 'shipped' | 'arrived', Told>> = {
  packed: { action: 'OBSERVE', bizStep: 'packing', disposition: 'active' },
  shipped: { action: 'OBSERVE', bizStep: 'shipping', disposition: 'in_transit' },
  arrived: { action: 'OBSERVE', bizStep: 'receiving', disposition: 'in_progress' },
  sold: { action: 'OBSERVE', bizStep: 'retail_selling', disposition: 'retail_sold' },
  returned: { action: 'OBSERVE', bizStep: 'receiving', disposition: 'returned' },
  counted: { action: 'OBSERVE', bizStep: 'cycle_counting' },
  sampled: { action: 'OBSERVE', bizStep: 'sampling' },
  damaged: { action: 'OBSERVE', bizStep: 'inspecting', disposition: 'damaged' },
  destroyed: { action: 'DELETE', bizStep: 'destroying', disposition: 'destroyed' },
  recalled: { action: 'OBSERVE', bizStep: 'receiving', disposition: 'recalled' },
  handled: { action: 'DELETE', bizStep: 'decommissioning', disposition: 'inactive' },
}

/**
 * One line of the ledger. Packing makes goods under a name of their own out of those of the lot where the pack has another GTIN than the lot is called by, so
 * that a trace leads from the one to the other; a count tells how far it was off, and so does a line that takes a wrong one back: nothing new was done.
 */
export function goodsMoved(site: Site, { id, kind, delta, at, lot, gtin, lotGtin, place }: NamedEntry): OwnEvent {
  const isCount = kind === 'counted' || takesBack(kind, delta)
  const { action, bizStep, disposition } = steps[isCount ? 'counted' : kind === 'moved' ? (delta < 0 ? 'shipped' : 'arrived') : kind]
  const where = { id: placeUri(site, { gln: place.gln, code: place.id }) }
  const stays = delta > 0 || isCount
  const about = { ...happenedAt(at), bizStep, ...(disposition && { disposition }), readPoint: where, ...(stays && { bizLocation: where }) }
  const goods = [{ epcClass: lotUri(site, { gtin, ...lot }), ...(!isCount && { quantity: Math.abs(delta) }) }]
  const ofLot = [{ epcClass: lotUri(site, { gtin: lotGtin, ...lot }) }]
  const event: EpcisEvent =
    kind === 'packed' && gtin !== lotGtin
      ? { type: 'TransformationEvent', ...about, inputQuantityList: ofLot, outputQuantityList: goods }
      : {
          type: 'ObjectEvent',
          action,
          ...about,
          quantityList: goods,
          ...(isCount && { 'dacsan:difference': String(delta) }),
        }
  return { act: id, event }
}
