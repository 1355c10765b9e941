import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { NotFound, done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { nextTime, parseSchedule } from '@dacsan/epcis/query'
import { addJob } from '@dacsan/platform/add-job'
import { inTransaction } from '@dacsan/platform/context'
import { hostOf } from '@dacsan/platform/post-outside'
import { isPublicAddress } from '@dacsan/platform/public-address'
import { z } from 'zod'
import type { Ctx, Tx } from '../../context.ts'
import { record, requireAct } from '../../identity/index.ts'
import { subscriptionActs } from '../acts.ts'
import { selectLastSeq, selectSeqBefore } from '../event.store.ts'
import { ownPartner, selectSight } from '../partner.store.ts'
import { organisationOf, ownPartners } from '../policy.ts'
import type { Reader } from '../policy.ts'
import { selectQuery } from '../query.store.ts'
import type { NoOrganisation, SubscriptionId } from '../rules.ts'
import { deleteSubscription, insertSubscription, selectSubscription, selectSubscriptions } from './subscription.store.ts'
import type { Serving, Subscription } from './subscription.store.ts'

export type { Subscription } from './subscription.store.ts'

/** The job that sends what a subscription has not been told. */
export const deliverJob = 'epcis-repository.deliver'

/** Why a subscription cannot be: its controls, or where it is to be sent. */
export type SubscriptionRefusal = { code: 'subscription-controls'; reason: string }

const controls = z.strictObject({
  dest: z.url({ protocol: /^https?$/ }).max(2000),
  signatureToken: z.string().min(1).max(500).optional(),
  stream: z.boolean().optional(),
  schedule: z.record(z.string().max(20), z.union([z.string().max(200), z.number()])).optional(),
  reportIfEmpty: z.boolean().default(false),
  initialRecordTime: z.iso.datetime({ offset: true }).optional(),
  '@context': z.unknown().optional(),
})

const refused = (reason: string) => refuse('subscription-controls' as const, { reason })

/** From now on whoever is named hears of the events of a query: of each capture, or by the clock. */
export async function subscribeTo(
  ctx: Ctx,
  queryName: string,
  given: unknown,
  { privateHosts }: { privateHosts: readonly string[] },
): Promise<Outcome<{ id: SubscriptionId }, SubscriptionRefusal | NoOrganisation>> {
  requireAct(ctx.actor, subscriptionActs.subscribe)
  const organisationId = organisationOf(ctx.actor)
  if (organisationId === undefined) return refuse('no-organisation')
  const read = controls.safeParse(given)
  if (!read.success) return refused(read.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; '))
  const { dest, signatureToken = null, reportIfEmpty, initialRecordTime } = read.data
  const serving = readServing(read.data)
  if (!serving.ok) return serving
  const closed = await whyClosed(dest, privateHosts)
  if (closed !== null) return refused(closed)
  const id = ctx.newId('sub')
  return inTransaction(ctx, async (tx) => {
    const partnerId = await ownPartner(tx, organisationId)
    if (!(await selectQuery(tx, [partnerId], queryName))) throw new NotFound('No such query', { queryName })
    const sight = await selectSight(tx, ctx, organisationId, [partnerId])
    const toldUpTo =
      initialRecordTime === undefined ? await selectLastSeq(tx, sight) : await selectSeqBefore(tx, sight, new Date(initialRecordTime))
    const subscription = { id, partnerId, queryName, dest, signatureToken, reportIfEmpty, createdAt: ctx.now, toldUpTo, ...serving.value }
    await insertSubscription(tx, subscription)
    await queueDelivery(tx, subscription, ctx.now)
    await record(tx, ctx, subscriptionActs.subscribe, { subjectId: id, detail: { queryName, host: hostOf(dest) } })
    return done({ id })
  })
}

function readServing({ stream, schedule }: z.output<typeof controls>): Outcome<Serving, SubscriptionRefusal> {
  if (stream === true && schedule !== undefined) return refused('stream and schedule exclude each other')
  if (stream === true) return done({ isStream: true, schedule: null })
  if (schedule === undefined) return refused('either stream or schedule is needed')
  const parsed = parseSchedule(schedule)
  if (!parsed.ok) return refused(`schedule.${parsed.refusal.field}: ${parsed.refusal.reason}`)
  if (!nextTime(parsed.value, new Date())) return refused('schedule: such a moment never comes')
  return done({ isStream: false, schedule: Object.fromEntries(Object.entries(schedule).map(([name, value]) => [name, String(value)])) })
}

/** Why nothing may be sent to an address; null where it may. A name that leads nowhere today is asked again at each sending. */
async function whyClosed(dest: string, privateHosts: readonly string[]): Promise<string | null> {
  const host = hostOf(dest)
  if (privateHosts.includes(host.toLowerCase())) return null
  const found = isIP(host) === 0 ? await lookup(host, { all: true }).catch(() => []) : [{ address: host }]
  return found.every(({ address }) => isPublicAddress(address))
    ? null
    : `dest: ${host} is no public address (WEBHOOK_HOSTS names others that may be reached)`
}

/** Subscriptions that are told of each event are served as soon as the transaction is done. */
export async function queueStreams(tx: Tx, ids: readonly SubscriptionId[]): Promise<void> {
  await Promise.all(ids.map((id) => addJob(tx, deliverJob, { id }, { key: `${deliverJob}:${id}` })))
}

/** Puts the next delivery into the queue: at once, or when the schedule says so. */
export async function queueDelivery(
  tx: Tx,
  { id, isStream, schedule }: Pick<Subscription, 'id' | 'isStream' | 'schedule'>,
  now: Date,
): Promise<void> {
  if (isStream) return queueStreams(tx, [id])
  const parsed = parseSchedule(schedule)
  const runAt = parsed.ok ? nextTime(parsed.value, now) : undefined
  if (runAt) await addJob(tx, deliverJob, { id }, { key: `${deliverJob}:${id}`, runAt })
}

/** Ends a subscription. */
export async function unsubscribe(ctx: Ctx, queryName: string, id: SubscriptionId): Promise<Outcome<null, NoOrganisation>> {
  requireAct(ctx.actor, subscriptionActs.unsubscribe)
  const organisationId = organisationOf(ctx.actor)
  if (organisationId === undefined) return refuse('no-organisation')
  return inTransaction(ctx, async (tx) => {
    if (!(await deleteSubscription(tx, [await ownPartner(tx, organisationId)], queryName, id)))
      throw new NotFound('No such subscription', { id })
    await record(tx, ctx, subscriptionActs.unsubscribe, { subjectId: id, detail: { queryName } })
    return done(null)
  })
}

export async function findSubscription(reader: Reader, queryName: string, id: SubscriptionId): Promise<Subscription> {
  const found = await selectSubscription(reader.db, await ownPartners(reader), queryName, id)
  if (!found) throw new NotFound('No such subscription', { id })
  return found
}

/** The subscriptions of a query, oldest first. */
export async function listSubscriptions(
  reader: Reader,
  queryName: string,
  { perPage, after }: { perPage: number; after: string },
): Promise<{ subscriptions: Subscription[]; next: string | null }> {
  const partners = await ownPartners(reader)
  if (!(await selectQuery(reader.db, partners, queryName))) throw new NotFound('No such query', { queryName })
  const found = await selectSubscriptions(reader.db, partners, queryName, { after, limit: perPage + 1 })
  const page = found.slice(0, perPage)
  return { subscriptions: page, next: found.length > perPage ? page.at(-1)!.id : null }
}
