import type { NamedAct, Payload } from '@dacsan/decisions'
import type { RecordedEvent, Subscriber } from '@dacsan/platform/events'
import type { JobHandler, Schedule } from '@dacsan/platform/jobs'

/** What a module does without being asked: jobs by name, who hears of which events, and what the clock starts (crontab patterns in UTC). */
export type Work = {
  jobs?: Record<string, JobHandler>
  subscribers?: readonly Subscriber[]
  schedules?: readonly Schedule[]
}

/** An act that subscribers hear of, with the payload of its event. */
export type ToldAct<T> = NamedAct & { payload: Payload<T> }
export type TypedEvent<T> = Omit<RecordedEvent, 'payload'> & { payload: T }

/**
 * Subscribes to the event of an act, under a name of one's own (`shop.recalled-orders`). It may hear of one event more than once.
 *
 * @example subscribe(lotActs.recall, 'shop.recalled-orders', async ({ payload }) => holdOrders(ctx, payload.lotId))
 */
export function subscribe<T>(act: ToldAct<T>, name: string, hear: (event: TypedEvent<T>) => Promise<void>): Subscriber {
  return { name, type: act.event, hear: (event) => hear(event as unknown as TypedEvent<T>) }
}
