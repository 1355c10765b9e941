import { addJob } from '@dacsan/platform/add-job'
import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import { dateInVietnam } from '@dacsan/vietnam'
import type { Kysely } from 'kysely'
import type { ReadDb, Tx } from '../context.ts'
import type { DB as Tables } from '../database.tables.ts'
import type { UserId } from '../identity/rules.ts'
import { rulesOn } from '../law/index.ts'
import type { MessageLanguage, MessageRule, Recipient, Told } from '../message.ts'
import { countAds, insertDelivery } from './delivery.store.ts'
import { insertMessage, selectTold } from './message.store.ts'
import { selectBrowsers, selectPersonToReach, selectPreferences, selectReach } from './reach.store.ts'
import { channels, plan } from './rules/channels.ts'
import type { Channel, PlanLaw, Reachable } from './rules/channels.ts'
import { fillText } from './rules/fill.ts'
import { selectLatestTexts } from './text.store.ts'
import { adsLabel } from './words.ts'
import './topics.ts'

/** The channels that the environment sets up; the others are off. */
export type ChannelsOn = ReadonlySet<Channel>

export type Teller = { db: Kysely<Tables>; now: Date; on: ChannelsOn }

export const sendJob = 'notifications.send'

const isAccount = (recipient: Recipient): recipient is UserId => recipient.startsWith('usr_')

/**
 * Tells each person each fact once, in words that are settled now, and plans by which ways it goes. Called again with the same facts, or by two
 * processes at once, it adds nothing.
 */
export async function tellFacts({ db, now, on }: Teller, rule: MessageRule, told: readonly (Told & { fact: string })[]): Promise<number> {
  if (told.length === 0) return 0
  const known = await selectTold(
    db,
    rule.name,
    told.map(({ fact }) => fact),
  )
  const fresh = told.flatMap((one) => [...new Set(one.to)].filter((to) => !known.has(`${one.fact} ${to}`)).map((to) => ({ ...one, to })))
  if (fresh.length === 0) return 0
  const law = await lawOn(db, now)
  return inTransaction({ db }, async (tx) => {
    const texts = await selectLatestTexts(tx, rule.name)
    let count = 0
    for (const one of fresh) {
      const recipient = one.to
      const { reachable, language } = await reachableOf(tx, recipient, {
        kind: rule.kind,
        now,
        byMail: one.byMail === true,
        language: one.language,
      })
      const words = (lang: typeof language) => texts.find((text) => text.language === lang)?.text ?? rule.words[lang]
      const spoken = words(language) ? language : 'vi'
      const filled = fillText(words(spoken) ?? rule.words.vi, one.values)
      const template = texts.find((text) => text.language === spoken)?.znsTemplate ?? null
      const id = newId('msg', now.getTime())
      const isNew = await insertMessage(tx, {
        id,
        name: rule.name,
        fact: one.fact,
        kind: rule.kind,
        pace: rule.pace,
        recipient,
        userId: isAccount(recipient) ? recipient : null,
        language: spoken,
        ...filled,
        short: rule.kind === 'news' ? `${adsLabel} ${filled.short}` : filled.short,
        filled: one.values,
        path: one.path,
        object: one.object,
        at: now,
      })
      if (!isNew) continue
      count++
      // By Zalo goes what has an approved template, and only where Zalo is set up: it has no place to wait.
      const has = { ...reachable.has, zns: reachable.has.zns && template !== null && on.has('zns') }
      for (const { channel, dueAt } of plan({ kind: rule.kind, pace: rule.pace, now }, { ...reachable, has, on }, law))
        await insertDelivery(tx, {
          id: newId('dlv', now.getTime()),
          messageId: id,
          recipient,
          channel,
          state: on.has(channel) ? 'waiting' : 'off',
          dueAt,
          at: now,
        })
    }
    if (count > 0) await addJob(tx, sendJob, {}, { key: sendJob })
    return count
  })
}

async function lawOn(db: ReadDb, now: Date): Promise<PlanLaw> {
  const topics = ['message.quiet-hours', 'message.ads-per-day', 'message.digest-hour'] as const
  const law = await rulesOn(db, topics, dateInVietnam(now))
  return {
    quiet: law['message.quiet-hours'].value,
    adsPerDay: law['message.ads-per-day'].value,
    digestHour: law['message.digest-hour'].value,
  }
}

async function reachableOf(
  tx: Tx,
  recipient: Recipient,
  { kind, now, byMail, language = 'vi' }: { kind: MessageRule['kind']; now: Date; byMail: boolean; language: MessageLanguage | undefined },
): Promise<{ reachable: Omit<Reachable, 'on'>; language: MessageLanguage }> {
  if (!isAccount(recipient)) {
    // Whether its address or telephone may still be asked for is seen when it is sent; a telephone rings only where no mail is wanted or can go.
    const has = { mail: byMail, sms: true, zns: true, push: false }
    const reachable = { has, chosen: [], quiet: null, adsToday: 0, isPurchase: true }
    return { reachable, language }
  }
  const [person, reach, chosen, browsers] = [
    await selectPersonToReach(tx, recipient),
    await selectReach(tx, recipient),
    await selectPreferences(tx, recipient),
    await selectBrowsers(tx, recipient),
  ]
  const hasPhone = reach.phone !== null
  const has = { mail: typeof person?.email === 'string', sms: hasPhone, zns: hasPhone, push: browsers.length > 0 }
  const adsToday = kind === 'news' ? await countAds(tx, recipient, new Date(now.getTime() - 86_400_000)) : 0
  const reachable = { has, chosen, quiet: reach.quiet, adsToday, isPurchase: false }
  return { reachable, language: reach.language }
}

export const everyChannel: ChannelsOn = new Set(channels)
