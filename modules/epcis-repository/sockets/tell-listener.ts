import type { EpcFormat, EpcisQueryDocument } from '@dacsan/epcis'
import type { Ctx } from '../../context.ts'
import { selectLastSeq } from '../event.store.ts'
import { selectSight } from '../partner.store.ts'
import { nextUntold, toldDocument } from '../subscriptions/untold.ts'
import type { Listener } from './open-socket.ts'

/** So many events at most in one message: one message at a time is on its way. */
const mostInMessage = 100

/**
 * Tells somebody who listens everything it has not been told, in the order of recording, as one message after the other was taken; gives up to which
 * event that is. `take` gives false where the connection is gone. What it sees is asked anew each time.
 */
export async function tellListener(
  { db, origin }: Pick<Ctx, 'db' | 'origin'>,
  { id, organisationId, query, toldUpTo, schedule, reportIfEmpty }: Listener,
  epcFormat: EpcFormat,
  take: (message: EpcisQueryDocument) => Promise<boolean>,
): Promise<number> {
  const sight = await selectSight(db, { origin }, organisationId)
  const upTo = await selectLastSeq(db, sight)
  const about = { id, queryName: query.name }
  let after = toldUpTo
  let isTold = false
  while (after < upTo) {
    const next = await nextUntold(db, sight, query, { after, upTo, most: mostInMessage })
    if (next.events.length > 0) {
      if (!(await take(toldDocument(about, next.events, epcFormat)))) return after
      isTold = true
    }
    after = next.upTo
  }
  if (!isTold && schedule !== null && reportIfEmpty) await take(toldDocument(about, [], epcFormat))
  return after
}
