import { eventHash } from '../hash/event-hash.ts'
import type { EpcisEvent } from '../model.ts'

/**
 * Whether an event counts: one that is declared in error does not, and neither does the one that it repeats (EPCIS 2.0 section 7.4.1.2: the same
 * eventID, or where an event has none the same content, which the Event Hash ID tells without the declaration).
 */
export function countingEvents(events: readonly EpcisEvent[]): (event: EpcisEvent) => boolean {
  const declared = events.filter(({ errorDeclaration }) => errorDeclaration !== undefined)
  if (declared.length === 0) return () => true
  const named = new Set(declared.flatMap(({ eventID }) => eventID ?? []))
  const alike = new Set([...named, ...declared.map((event) => eventHash(event))])
  return (event) =>
    event.errorDeclaration === undefined && !(event.eventID === undefined ? alike.has(eventHash(event)) : named.has(event.eventID))
}
