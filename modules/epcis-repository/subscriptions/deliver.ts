import { createHmac } from 'node:crypto'
import type { EpcisEvent } from '@dacsan/epcis'
import { inTransaction } from '@dacsan/platform/context'
import { postOutside } from '@dacsan/platform/post-outside'
import type { Kysely } from 'kysely'
import type { DB as Tables } from '../../database.tables.ts'
import { selectLastSeq } from '../event.store.ts'
import { selectSightOf } from '../partner.store.ts'
import type { SubscriptionId } from '../rules.ts'
import { queueDelivery } from './subscribe.ts'
import { holdSubscription, releaseSubscription, updateTold } from './subscription.store.ts'
import type { Held } from './subscription.store.ts'
import { nextUntold, toldDocument } from './untold.ts'

/** So many events at most in one message; fewer where whoever hears says that it is too much. */
const mostInMessage = 100
/** How long an answer is waited for, and a while longer nobody else delivers (milliseconds). */
const patience = 15_000
const holding = 4 * patience

export type Delivering = { db: Kysely<Tables>; origin: string; privateHosts: readonly string[]; now?: () => Date }

/**
 * Sends everything that a subscription has not been told, in the order in which it was recorded, each event once. Throws where somebody does not take it:
 * the queue tries again later, from where it stopped.
 */
export async function deliver(
  { db, origin, privateHosts, now = () => new Date() }: Delivering,
  id: SubscriptionId,
): Promise<{ sent: number }> {
  const until = () => new Date(now().getTime() + holding)
  const held = await inTransaction({ db }, (tx) => holdSubscription(tx, id, now(), until()))
  if (held === undefined) return { sent: 0 }
  if (held === 'busy') throw new Error(`subscription ${id} is being delivered by somebody else`)
  try {
    const sent = await sendAll(held, { db, origin, privateHosts, now, until })
    if (sent === 0 && !held.isStream && held.reportIfEmpty) await send(held, [], privateHosts)
    if (!held.isStream) await inTransaction({ db }, (tx) => queueDelivery(tx, held, now()))
    return { sent }
  } finally {
    await inTransaction({ db }, (tx) => releaseSubscription(tx, id))
  }
}

type Sending = Required<Delivering> & { until: () => Date }

async function sendAll(held: Held, { db, origin, privateHosts, now, until }: Sending): Promise<number> {
  const query = { name: held.queryName, query: held.query, createdAt: held.createdAt }
  const sight = await selectSightOf(db, { origin }, held.partnerId)
  const upTo = await selectLastSeq(db, sight)
  let most = mostInMessage
  let sent = 0
  for (let after = held.toldUpTo; after < upTo;) {
    const next = await nextUntold(db, sight, query, { after, upTo, most })
    if (next.events.length > 0) {
      const status = await send(held, next.events, privateHosts)
      if (status === 413 && most > 1) {
        most = Math.ceil(most / 4)
        continue
      }
      if (status < 200 || status >= 300) throw new Error(`${held.id}: ${new URL(held.dest).host} answered ${status}`)
      sent += next.events.length
    }
    after = next.upTo
    await inTransaction({ db }, (tx) => updateTold(tx, held.id, { upTo: after, at: now(), heldUntil: until() }))
  }
  return sent
}

async function send(held: Held, events: readonly EpcisEvent[], privateHosts: readonly string[]): Promise<number> {
  const body = Buffer.from(JSON.stringify(toldDocument(held, events)))
  const headers = {
    'content-type': 'application/json',
    'gs1-epcis-version': '2.0.0',
    'gs1-cbv-version': '2.0.0',
    ...(held.signatureToken !== null && {
      'gs1-signature': `sha256=${createHmac('sha256', held.signatureToken).update(body).digest('hex')}`,
    }),
  }
  const isAllowed = (host: string) => privateHosts.includes(host.toLowerCase())
  return (await postOutside(held.dest, { headers, body, patience, isAllowed })).statusCode ?? 0
}
