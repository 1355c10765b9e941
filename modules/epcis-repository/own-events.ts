import { namespacesOf } from '@dacsan/epcis'
import type { EpcisEvent } from '@dacsan/epcis'
import { validateEvent } from '@dacsan/epcis/validate'
import type { Ctx, Tx } from '../context.ts'
import type { OrganisationId } from '../identity/rules.ts'
import { eventRow } from './event-rows.ts'
import type { EventRow } from './event-rows.ts'
import { insertEvents } from './record-events.store.ts'
import { queueStreams } from './subscriptions/subscribe.ts'

/**
 * What an act of our own tells in the words of GS1. The act is what the event is known by on our side: a lot, an entry of a diary or of a ledger. It stands
 * in the event, so that two acts that say the same at one moment are two events, and each event leads back to its act.
 */
export type OwnEvent = { act: string; event: EpcisEvent }

/** In whose name; null where nobody has an account, and then there is nobody who could ask. */
type Recording = { organisationId: OrganisationId | null; events: readonly OwnEvent[] }

/**
 * Records events of an act of our own, in its transaction and by one statement that waits for none before it: ask it together with the others
 * (`Promise.all`). An event is known by its Event Hash ID, so an act that is done again is recorded once. One that is not valid is our own fault.
 *
 * @example await Promise.all([insertLot(tx, lot), recordOwnEvents(tx, ctx, { organisationId, events: [lotOpened(ctx, lot)] })])
 */
export async function recordOwnEvents(tx: Tx, ctx: Pick<Ctx, 'now' | 'origin'>, { organisationId, events }: Recording): Promise<void> {
  if (organisationId === null || events.length === 0) return
  const rows = events.map((own) => ownRow(ctx, own))
  const { stored, streams } = await insertEvents(tx, { organisationId, at: ctx.now, origin: ctx.origin }, rows)
  if (stored > 0) await queueStreams(tx, streams)
}

function ownRow({ origin }: Pick<Ctx, 'origin'>, { act, event }: OwnEvent): EventRow {
  const context = { dacsan: `${origin}/epcis/ns/` }
  const own = { ...event, 'dacsan:act': act }
  const problems = validateEvent(own, { namespaces: namespacesOf(context) })
  if (problems.length > 0)
    throw new Error(`an event of ${act} is not valid: ${problems.map((one) => `${one.location}: ${one.message}`).join('; ')}`)
  return eventRow(own, context)
}
