import { inTransaction } from '@dacsan/platform/context'
import type { Sent } from '@dacsan/platform/channels'
import type { Log } from '@dacsan/platform/log'
import type { Mailer } from '@dacsan/platform/mail'
import type { SmsSender } from '@dacsan/platform/sms'
import type { PushSender } from '@dacsan/platform/web-push'
import type { ZnsSender } from '@dacsan/platform/zns'
import type { Kysely } from 'kysely'
import type { ReadDb } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import type { Contact } from '../message.ts'
import { claimDeliveries, endDeliveries, postponeDeliveries, settleBroken } from './delivery.store.ts'
import type { Claimed } from './delivery.store.ts'
import { deleteBrowser, noteRefused, selectBrowsers, selectPersonToReach, selectReach, whyRefused } from './reach.store.ts'
import type { Channel } from './rules/channels.ts'
import { isHopeless, nextTry } from './rules/channels.ts'
import { selectLatestTexts } from './text.store.ts'
import { inboxPath, mailOf, pushOf } from './words.ts'

/** The ways that are set up; an absent one is off. */
export type Senders = { mail?: Mailer; sms?: SmsSender; zns?: ZnsSender; push?: PushSender }

export type Sending = {
  db: Kysely<Tables>
  senders: Senders
  /** The public address of the site, and what it is called. */
  origin: string
  siteName: string
  /** How somebody without account is reached (`Room.contacts`). */
  contactOf: (db: ReadDb, recipient: string) => Promise<Contact | null>
  /** Where a message leads: a path that was not stored is made anew, or is null by now (`Room.secretPaths`). */
  pathOf: (path: string, now: Date) => Promise<string | null>
  log: Pick<Log, 'info' | 'warn'>
  clock?: () => Date
}

/** A process that sends is given so long for one message before it counts as dead (milliseconds). */
const sendingMs = 15 * 60_000
/** A provider that failed so often in a row is left alone until the next run. */
const failuresInARow = 3

type Ended = Sent | { outcome: 'dropped'; why: string }

/** Sends what is due, one after the other, until nothing is or every provider is down. Several processes may do it at once. */
export async function sendDue(sending: Sending): Promise<{ sent: number; failed: number }> {
  const { db, senders, log, clock = () => new Date() } = sending
  const on = new Set(Object.keys(senders) as Channel[])
  const failures = new Map<Channel, number>()
  const figures = { sent: 0, failed: 0 }
  const started = clock()
  await inTransaction({ db }, (tx) =>
    settleBroken(tx, { now: started, before: new Date(started.getTime() - sendingMs), repeatable: ['sms', 'push'] }),
  )
  for (;;) {
    const claimed = await inTransaction({ db }, (tx) => claimDeliveries(tx, { now: clock(), on: [...on] }))
    const [first] = claimed
    if (!first) break
    const ended = await send(sending, first, claimed, clock())
    const now = clock()
    await settle(sending, claimed, ended, now)
    if (ended.outcome === 'taken') figures.sent += claimed.length
    if (ended.outcome !== 'later') failures.delete(first.channel)
    else {
      figures.failed += claimed.length
      const inARow = (failures.get(first.channel) ?? 0) + 1
      failures.set(first.channel, inARow)
      if (inARow >= failuresInARow) on.delete(first.channel)
    }
    // What it says, and to whom, is nobody's business who reads the log.
    if (ended.outcome !== 'taken')
      log.warn(
        { delivery: first.id, channel: first.channel, outcome: ended.outcome, why: ended.why, tries: first.tries },
        'a message was not sent',
      )
  }
  return figures
}

async function settle({ db }: Sending, claimed: readonly Claimed[], ended: Ended, now: Date): Promise<void> {
  const [first] = claimed
  const ids = claimed.map(({ id }) => id)
  await inTransaction({ db }, async (tx) => {
    if (ended.outcome === 'later') {
      if (isHopeless(now, first!)) await endDeliveries(tx, ids, { state: 'given-up', why: ended.why, at: now })
      else await postponeDeliveries(tx, ids, { why: ended.why, tryAt: nextTry(now, first!.tries) })
      return
    }
    const providerId = ended.outcome === 'taken' ? ended.providerId : null
    await endDeliveries(tx, ids, { state: ended.outcome, why: ended.outcome === 'taken' ? null : ended.why, providerId, at: now })
  })
}

async function send(sending: Sending, first: Claimed, claimed: readonly Claimed[], now: Date): Promise<Ended> {
  const { channel } = first
  if (channel === 'mail') return sendMail(sending, first, claimed, now)
  if (channel === 'push') return sendPush(sending, first, now)
  return sendToPhone(sending, first, channel, now)
}

async function sendMail(
  { db, senders, origin, siteName, pathOf, contactOf }: Sending,
  first: Claimed,
  claimed: readonly Claimed[],
  now: Date,
): Promise<Ended> {
  const person = first.userId === null ? await contactOf(db, first.recipient) : await selectPersonToReach(db, first.userId)
  if (!person?.email) return { outcome: 'dropped', why: 'address-unknown' }
  if (await whyRefused(db, first.recipient, 'mail', person.email)) return { outcome: 'dropped', why: 'address-refused' }
  // Nobody wants to be told in the morning what was read the evening before.
  const unread = first.pace === 'digest' ? claimed.filter(({ readAt }) => readAt === null) : claimed
  const letters: { subject: string; text: string; address: string | null }[] = []
  for (const { subject, text, path } of unread) {
    const own = await pathOf(path, now)
    if (own !== null) letters.push({ subject, text, address: own === '' ? null : `${origin}${own}` })
  }
  if (letters.length === 0) return { outcome: 'dropped', why: unread.length === 0 ? 'read-before' : 'no-longer-true' }
  const mail = mailOf({
    language: first.language,
    personName: person.name,
    letters,
    isDigest: first.pace === 'digest',
    hasAccount: first.userId !== null,
    origin,
    siteName,
  })
  const ended = await senders.mail!.send({ id: first.id, to: person.email, ...mail })
  await noteIfRefused(db, first, person.email, ended, now)
  return ended
}

async function sendToPhone(sending: Sending, first: Claimed, channel: 'sms' | 'zns', now: Date): Promise<Ended> {
  const { db, senders, contactOf } = sending
  const phone = first.userId === null ? (await contactOf(db, first.recipient))?.phone : (await selectReach(db, first.userId)).phone
  if (!phone) return { outcome: 'dropped', why: 'address-unknown' }
  if (await whyRefused(db, first.recipient, channel, phone)) return { outcome: 'dropped', why: 'address-refused' }
  let ended: Sent
  if (channel === 'sms') ended = await senders.sms!.send({ id: first.id, phone, text: first.short })
  else {
    const template = (await selectLatestTexts(db, first.name)).find(({ language }) => language === first.language)?.znsTemplate
    if (!template) return { outcome: 'dropped', why: 'no-template' }
    ended = await senders.zns!.send({ id: first.id, phone, template, data: first.filled })
  }
  await noteIfRefused(db, first, phone, ended, now)
  return ended
}

/** To every browser of the person; one that has it is enough. */
async function sendPush({ db, senders, origin, siteName, pathOf }: Sending, first: Claimed, now: Date): Promise<Ended> {
  const browsers = first.userId === null ? [] : await selectBrowsers(db, first.userId)
  const path = await pathOf(first.path, now)
  if (browsers.length === 0 || path === null)
    return { outcome: 'dropped', why: browsers.length === 0 ? 'address-unknown' : 'no-longer-true' }
  let best: Sent | null = null
  for (const { id, endpoint, p256dh, auth } of browsers) {
    const ended = await senders.push!.send({
      id: first.id,
      to: { endpoint, p256dh, auth },
      // By the inbox, which asks who opens it: an address that is a secret lies in no browser.
      content: pushOf(first, { address: `${origin}${inboxPath}/${first.messageId}`, siteName }),
    })
    if (ended.outcome === 'refused' && ended.badAddress) await inTransaction({ db }, (tx) => deleteBrowser(tx, { id }))
    if (best?.outcome !== 'taken') best = ended
  }
  return best!
}

async function noteIfRefused(db: Kysely<Tables>, { recipient, channel }: Claimed, address: string, ended: Sent, at: Date): Promise<void> {
  if (ended.outcome !== 'refused' || !ended.badAddress || channel === 'push') return
  await inTransaction({ db }, (tx) => noteRefused(tx, { recipient, channel, address, why: ended.why, at }))
}
