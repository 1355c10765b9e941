import { epcisContext, translateEpcs } from '@dacsan/epcis'
import type { EpcFormat, EpcisEvent, EpcisQueryDocument } from '@dacsan/epcis'
import { isInResult } from '@dacsan/epcis/query'
import type { ReadDb } from '../../context.ts'
import { selectEvents } from '../event.store.ts'
import { eventOf } from '../find-events.ts'
import { readNamedQuery } from '../named-queries.ts'
import type { Sight } from '../partner.store.ts'
import type { NamedQuery } from '../query.store.ts'
import type { SubscriptionId } from '../rules.ts'

/** Up to which event somebody was told, up to which one there is something to tell, and how many events at most are looked at. */
export type Stretch = { after: number; upTo: number; most: number }

/** The next events of a query that somebody has not been told, in the order of recording, and up to which one everything is then told. */
export async function nextUntold(
  db: ReadDb,
  sight: Sight,
  named: NamedQuery,
  { after, upTo, most }: Stretch,
): Promise<{ events: EpcisEvent[]; upTo: number }> {
  const { query, namespaces } = readNamedQuery(named)
  const place = { upTo, after: { seq: after, eventTime: new Date(0) } }
  const rows = await selectEvents(db, sight, query.conditions, { by: 'seq', direction: 'ASC' }, place, most)
  const events = rows.map(eventOf).filter((event) => isInResult(query, event, { namespaces }))
  // Where nothing more can be found, everything up to here is told.
  return { events, upTo: rows.length < most ? upTo : rows.at(-1)!.seq }
}

/** What is sent to a subscriber. */
export const toldDocument = (
  { id, queryName }: { id: SubscriptionId; queryName: string },
  events: readonly EpcisEvent[],
  epcFormat: EpcFormat = 'Always_GS1_Digital_Link',
): EpcisQueryDocument => ({
  '@context': epcisContext,
  type: 'EPCISQueryDocument',
  schemaVersion: '2.0',
  creationDate: new Date().toISOString(),
  epcisBody: {
    queryResults: {
      queryName,
      subscriptionID: id,
      resultsBody: { eventList: events.map((event) => translateEpcs(event, epcFormat)) },
    },
  },
})
