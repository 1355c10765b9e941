import { bareWord } from '@dacsan/epcis'
import type { EpcisEvent } from '@dacsan/epcis'
import type { LotId, MaterialLotId } from './ids.ts'

/** Something in the chain of a lot: goods of a lot here, a purchase that the reader may open, else what its key says. */
export type ChainThing = {
  uri: string
  lot: { id: LotId; number: string; productName: string; mayOpen: boolean } | null
  purchase: { id: MaterialLotId; code: string; material: string } | null
}

/** Where goods of a lot were, went, or from whom to whom, as an event says it. */
export type ChainStop = { at: Date; step: string | null; from: string[]; to: string[]; here: string | null; recalled: boolean }

/** What a lot was made of, what became of it, and where it went; as far as the events tell that its producer sees. */
export type LotChain = { madeOf: ChainThing[]; became: ChainThing[]; stops: ChainStop[]; isWhole: boolean }

/** An event as a stop: none where it says neither a place nor a party, nor that the goods are recalled. */
export function stopOf(event: EpcisEvent): ChainStop[] {
  const from = (event.sourceList ?? []).map(({ source }) => source)
  const to = (event.destinationList ?? []).map(({ destination }) => destination)
  const here = event.bizLocation?.id ?? event.readPoint?.id ?? null
  const step = event.bizStep === undefined ? null : bareWord('bizStep', event.bizStep)
  const recalled = event.disposition !== undefined && bareWord('disposition', event.disposition) === 'recalled'
  const stop = { at: new Date(event.eventTime), step, from: [...new Set(from)], to: [...new Set(to)], here, recalled }
  return from.length > 0 || to.length > 0 || here !== null || recalled ? [stop] : []
}
