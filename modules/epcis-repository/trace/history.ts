import type { EpcisEvent } from '@dacsan/epcis'
import type { Ctx } from '../../context.ts'
import type { OrganisationId } from '../../identity/rules.ts'
import { selectEventsNaming } from '../event.store.ts'
import { eventOf } from '../find-events.ts'
import { selectSight } from '../partner.store.ts'

/**
 * The last events that name one of these things, of those that an organisation sees, oldest first; without what was declared in error. Who may ask for it,
 * the caller has made sure of.
 */
export async function historyOf(
  { db, origin }: Pick<Ctx, 'db' | 'origin'>,
  { organisationId, things, most }: { organisationId: OrganisationId; things: readonly string[]; most: number },
): Promise<EpcisEvent[]> {
  const sight = await selectSight(db, { origin }, organisationId)
  return (await selectEventsNaming(db, sight, things, most)).map(eventOf)
}
