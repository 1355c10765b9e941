import type { EpcisEvent } from '@dacsan/epcis'
import { traceThrough } from '@dacsan/epcis/trace'
import type { Numbered, TraceDirection } from '@dacsan/epcis/trace'
import type { Ctx } from '../../context.ts'
import type { OrganisationId } from '../../identity/rules.ts'
import { eventOf } from '../find-events.ts'
import { selectSight } from '../partner.store.ts'
import { selectLinks } from './link.store.ts'

/** A walk through more events than this is told as far as it came. */
const mostEvents = 2_000

/** What things came from or what became of them: the things reached, in the order of the walk, and the events along which, in that of recording. */
export type ThingTrace = { items: string[]; events: EpcisEvent[]; isWhole: boolean }

/** What is traced: from which things, which way, and through whose events. */
type Tracing = { organisationId: OrganisationId; from: readonly string[]; direction: TraceDirection; most?: number }

/**
 * Follows things through the events that an organisation sees, as `traceEvents` of packages/epcis does through a list. Who may ask for it, the caller has
 * made sure of.
 *
 * @example await traceThings(ctx, { organisationId, from: ['https://id.gs1.org/01/08938501234568/10/L1'], direction: 'back' })
 */
export async function traceThings(
  { db, origin }: Pick<Ctx, 'db' | 'origin'>,
  { organisationId, from, direction, most = mostEvents }: Tracing,
): Promise<ThingTrace> {
  const sight = await selectSight(db, { origin }, organisationId)
  const followed = new Set<string>()
  const known = new Map<number, Numbered>()
  let found: readonly Numbered[] = []
  const find = async (things: readonly string[]) => {
    const asked = things.filter((thing) => !followed.has(thing))
    if (asked.length === 0) return found
    const links = await selectLinks(db, sight, asked, direction)
    for (const thing of links.followed) followed.add(thing)
    for (const stored of links.events) known.set(stored.seq, { seq: stored.seq, event: eventOf(stored) })
    return (found = [...known.values()].toSorted((one, other) => one.seq - other.seq))
  }
  const { items, events, isWhole } = await traceThrough(find, from, direction, most)
  return { items, events: events.map(({ event }) => event), isWhole }
}
