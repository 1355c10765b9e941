import { createHmac } from 'node:crypto'
import { epcisContext, translateEpcs } from '@dacsan/epcis'
import type { EpcisEvent, EpcisQueryDocument } from '@dacsan/epcis'
import { isInResult } from '@dacsan/epcis/query'
import { inTransaction } from '@dacsan/platform/context'
import { postOutside } from '@dacsan/platform/post-outside'
import type { Kysely } from 'kysely'
import type { DB as Tables } from '../../database.tables.ts'
import { selectEvents, selectLastSeq } from '../event.store.ts'
import { eventOf } from '../find-events.ts'
import { readNamedQuery } from '../named-queries.ts'
import { selectSightOf } from '../partner.store.ts'
import type { SubscriptionId } from '../rules.ts'
import { queueDelivery } from './subscribe.ts'
import { holdSubscription, releaseSubscription, updateTold } from './subscription.store.ts'
import type { Held } from './subscription.store.ts'

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
  const { query, namespaces } = readNamedQuery({ name: held.queryName, query: held.query, createdAt: held.createdAt })
  const sight = await selectSightOf(db, { origin }, held.partnerId)
  const upTo = await selectLastSeq(db, sight)
  let most = mostInMessage
  let sent = 0
  for (let after = held.toldUpTo; after < upTo;) {
    const place = { upTo, after: { seq: after, eventTime: now() } }
    const rows = await selectEvents(db, sight, query.conditions, { by: 'seq', direction: 'ASC' }, place, most)
    const events = rows.map(eventOf).filter((event) => isInResult(query, event, { namespaces }))
    if (events.length > 0) {
      const status = await send(held, events, privateHosts)
      if (status === 413 && most > 1) {
        most = Math.ceil(most / 4)
        continue
      }
      if (status < 200 || status >= 300) throw new Error(`${held.id}: ${new URL(held.dest).host} answered ${status}`)
      sent += events.length
    }
    // Where nothing more can be found, everything up to here is told.
    after = rows.length < most ? upTo : rows.at(-1)!.seq
    await inTransaction({ db }, (tx) => updateTold(tx, held.id, { upTo: after, at: now(), heldUntil: until() }))
  }
  return sent
}

async function send(held: Held, events: readonly EpcisEvent[], privateHosts: readonly string[]): Promise<number> {
  const document: EpcisQueryDocument = {
    '@context': epcisContext,
    type: 'EPCISQueryDocument',
    schemaVersion: '2.0',
    creationDate: new Date().toISOString(),
    epcisBody: {
      queryResults: {
        queryName: held.queryName,
        subscriptionID: held.id,
        resultsBody: { eventList: events.map((event) => translateEpcs(event, 'Always_GS1_Digital_Link')) },
      },
    },
  }
  const body = Buffer.from(JSON.stringify(document))
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
