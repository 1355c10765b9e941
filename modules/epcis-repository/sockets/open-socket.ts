import { setTimeout as pause } from 'node:timers/promises'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { nextTime, parseSchedule } from '@dacsan/epcis/query'
import type { QuerySchedule } from '@dacsan/epcis/query'
import { inTransaction } from '@dacsan/platform/context'
import { z } from 'zod'
import type { Ctx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import type { OrganisationId } from '../../identity/rules.ts'
import { subscriptionActs } from '../acts.ts'
import { selectLastSeq, selectSeqBefore } from '../event.store.ts'
import { ownPartner, selectSight } from '../partner.store.ts'
import { organisationOf } from '../policy.ts'
import { selectQuery } from '../query.store.ts'
import type { NamedQuery } from '../query.store.ts'
import type { NoOrganisation, SubscriptionId } from '../rules.ts'
import type { SubscriptionRefusal } from '../subscriptions/subscribe.ts'
import { deleteSocket, insertSocket, keepSocket, selectIsPast, selectTransaction } from './socket.store.ts'

/** So many connections has one key at once, over all processes. */
export const mostSockets = 5
/** Whoever holds a connection says so again within this time (milliseconds). */
export const socketLife = 90_000
/** Captures that began before somebody listened are waited for, so that none of their events is passed over; not longer than this. */
const longestWait = 5_000

/** Somebody who listens: to what, when it is told, and up to which event it has been. */
export type Listener = {
  id: SubscriptionId
  organisationId: OrganisationId
  query: NamedQuery
  /** None where each event is told as it is recorded. */
  schedule: QuerySchedule | null
  reportIfEmpty: boolean
  toldUpTo: number
  /** No event of an earlier record time is still to come. */
  minRecordTime: Date
}

const fields = ['second', 'minute', 'hour', 'dayOfMonth', 'month', 'dayOfWeek'] as const
const truth = z.enum(['true', 'false']).transform((text) => text === 'true')
const scheduleField = z.string().max(200).optional()
const controls = z.strictObject({
  stream: truth.optional(),
  reportIfEmpty: truth.default(false),
  // A plus that was not encoded arrives as a space.
  initialRecordTime: z
    .preprocess((text) => (typeof text === 'string' ? text.replace(' ', '+') : text), z.iso.datetime({ offset: true }))
    .optional(),
  ...(Object.fromEntries(fields.map((field) => [field, scheduleField])) as Record<(typeof fields)[number], typeof scheduleField>),
})

const refused = (reason: string) => refuse('subscription-controls' as const, { reason })

export type ListenRefusal = SubscriptionRefusal | NoOrganisation | { code: 'too-many-sockets'; most: number }

/** From now on whoever holds the connection hears of the events of a query: as they are recorded, or by the clock. `given` is what its address says. */
export async function listenTo(
  ctx: Ctx,
  queryName: string,
  given: Readonly<Record<string, string>>,
): Promise<Outcome<Listener, ListenRefusal>> {
  requireAct(ctx.actor, subscriptionActs.listen)
  const organisationId = organisationOf(ctx.actor)
  if (organisationId === undefined || ctx.actor.kind !== 'machine') return refuse('no-organisation')
  const { keyId } = ctx.actor
  const read = readControls(given)
  if (!read.ok) return read
  const { initialRecordTime, ...serving } = read.value
  const id = ctx.newId('sub')
  const begun = await inTransaction(ctx, async (tx) => {
    const partnerId = await ownPartner(tx, organisationId)
    const query = await selectQuery(tx, [partnerId], queryName)
    if (!query) throw new NotFound('No such query', { queryName })
    if (!(await insertSocket(tx, { id, partnerId, queryName, keyId, aliveFor: socketLife }, mostSockets))) return null
    await record(tx, ctx, subscriptionActs.listen, { subjectId: id, detail: { queryName } })
    return { query, xid: await selectTransaction(tx) }
  })
  if (begun === null) return refuse('too-many-sockets', { most: mostSockets })
  const until = performance.now() + longestWait
  while (!(await selectIsPast(ctx.db, begun.xid)) && performance.now() < until) await pause(50)
  const sight = await selectSight(ctx.db, ctx, organisationId)
  const toldUpTo = initialRecordTime ? await selectSeqBefore(ctx.db, sight, initialRecordTime) : await selectLastSeq(ctx.db, sight)
  return done({ id, organisationId, query: begun.query, ...serving, toldUpTo, minRecordTime: initialRecordTime ?? ctx.now })
}

function readControls(
  given: Readonly<Record<string, string>>,
): Outcome<Pick<Listener, 'schedule' | 'reportIfEmpty'> & { initialRecordTime: Date | undefined }, SubscriptionRefusal> {
  const read = controls.safeParse(given)
  if (!read.success) return refused(read.error.issues.map(({ path, message }) => `${path.join('.') || 'address'}: ${message}`).join('; '))
  const { stream, reportIfEmpty, initialRecordTime, ...schedule } = read.data
  const about = { reportIfEmpty, initialRecordTime: initialRecordTime === undefined ? undefined : new Date(initialRecordTime) }
  const isScheduled = Object.values(schedule).some((value) => value !== undefined)
  if (stream === true && isScheduled) return refused('stream and a schedule exclude each other')
  if (stream === true) return done({ ...about, schedule: null })
  if (!isScheduled) return refused('either stream=true or a schedule is needed')
  const parsed = parseSchedule(schedule)
  if (!parsed.ok) return refused(`${parsed.refusal.field}: ${parsed.refusal.reason}`)
  if (!nextTime(parsed.value, new Date())) return refused('schedule: such a moment never comes')
  return done({ ...about, schedule: parsed.value })
}

/** Says that somebody listens still; false where the query is gone, and with it everybody who listened. */
export const keepListening = (ctx: Pick<Ctx, 'db'>, id: SubscriptionId): Promise<boolean> =>
  inTransaction(ctx, (tx) => keepSocket(tx, id, socketLife))

/** The connection is gone. */
export const stopListening = (ctx: Pick<Ctx, 'db'>, id: SubscriptionId): Promise<void> => inTransaction(ctx, (tx) => deleteSocket(tx, id))
