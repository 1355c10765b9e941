import type { Config } from '@dacsan/platform/config'
import type { RecordedEvent, Subscriber } from '@dacsan/platform/events'
import { openMailer } from '@dacsan/platform/mail'
import { openSecret } from '@dacsan/platform/secrets'
import { openSms } from '@dacsan/platform/sms'
import { openPush } from '@dacsan/platform/web-push'
import { fixedZnsAccess, openZns } from '@dacsan/platform/zns'
import type { OpenInstallation, ReadDb } from '../context.ts'
import type { Contact, MessageRule } from '../message.ts'
import { renewedZnsAccess, sendDue, sendJob, tellFacts } from '../notifications/index.ts'
import type { ChannelsOn, Senders, Sending } from '../notifications/index.ts'
import { isQuiet, readSecretPath } from '../notifications/rules.ts'
import { testMessage } from '../notifications/words.ts'
import { province } from '../province/index.ts'
import { rooms } from '../rooms.ts'
import type { Work } from '../work.ts'

/** The key with which this installation signs what it sends to browsers. */
export const pushKeyName = 'push'
const remindJob = 'notifications.remind'
/** Nobody is reminded at night of what a day brings: the first hour of the morning does it. */
const night = { from: 22, to: 7 }

/** Every message that the house may send, in the order of the programme. */
export const messageRules: readonly MessageRule[] = [
  ...rooms.flatMap(({ messages = [], reminders = [] }) => [...messages, ...reminders]),
  testMessage,
]

/** By which ways word leaves this installation; browsers need nobody else's permission. */
export const channelsOn = ({ channels }: Pick<Config, 'channels'>): ChannelsOn =>
  new Set([...(['mail', 'sms', 'zns'] as const).filter((channel) => channels[channel]), 'push' as const])

async function openSenders({ db, config: { channels, dataDir, origin } }: Pick<OpenInstallation, 'db' | 'config'>): Promise<Senders> {
  const { zns } = channels
  return {
    ...(channels.mail && { mail: openMailer(channels.mail) }),
    ...(channels.sms && { sms: openSms(channels.sms) }),
    ...(zns && {
      zns: openZns({ url: zns.url, access: 'token' in zns ? fixedZnsAccess(zns.token) : renewedZnsAccess({ db }, zns.renewal) }),
    }),
    push: openPush({ secret: await openSecret(dataDir, pushKeyName), contact: origin }),
  }
}

/** The half of that key which a browser asks for before it lets us send to it. */
export async function pushPublicKey({ dataDir, origin }: Pick<Config, 'dataDir' | 'origin'>): Promise<string> {
  return openPush({ secret: await openSecret(dataDir, pushKeyName), contact: origin }).publicKey
}

/** Who tells people of which events: one subscriber for each row of the tables of messages. */
export function messageSubscribers({ db, config }: Pick<OpenInstallation, 'db' | 'config'>): Subscriber[] {
  const on = channelsOn(config)
  return rooms.flatMap(({ messages = [] }) =>
    messages.map((rule) => ({
      name: `messages.${rule.name}`,
      type: rule.event,
      hear: async (event: RecordedEvent) => {
        const now = new Date()
        const told = await rule.tell(event, { db, now })
        await tellFacts(
          { db, now, on },
          rule,
          told.map((one) => ({ ...one, fact: event.id })),
        )
      },
    })),
  )
}

/** Tells what a day brings. One reminder that fails keeps no other from being told. */
export async function remindAll({ db, config }: Pick<OpenInstallation, 'db' | 'config'>, now: Date = new Date()): Promise<number> {
  const on = channelsOn(config)
  const faults: unknown[] = []
  let told = 0
  const isNight = isQuiet(now, night)
  for (const rule of rooms.flatMap(({ reminders = [] }) => reminders)) {
    if (isNight && rule.hours !== 'always') continue
    try {
      told += await tellFacts({ db, now, on }, rule, await rule.due({ db, now }))
    } catch (error) {
      faults.push(error)
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} reminders failed`)
  return told
}

/** Where a stored path leads: what must not be stored is made anew by the room that knows it; null where it opens nothing any more. */
export async function resolvePath(installation: Pick<OpenInstallation, 'db'>, path: string, now: Date): Promise<string | null> {
  const secret = readSecretPath(path)
  if (!secret) return path
  const { name, id } = secret
  for (const { secretPaths = {} } of rooms) if (Object.hasOwn(secretPaths, name)) return secretPaths[name]!(installation, id, now)
  return null
}

async function contactOf(db: ReadDb, recipient: string): Promise<Contact | null> {
  const [prefix = ''] = recipient.split('_')
  for (const { contacts = {} } of rooms) if (Object.hasOwn(contacts, prefix)) return contacts[prefix]!(db, recipient)
  return null
}

/** Sends what is due by these ways. */
export function sendingOf({ db, config, log }: Pick<OpenInstallation, 'db' | 'config' | 'log'>, senders: Senders): Sending {
  return {
    db,
    senders,
    origin: config.origin,
    siteName: province().site.name,
    contactOf,
    pathOf: (path, now) => resolvePath({ db }, path, now),
    log,
  }
}

/** Each minute what is due is sent; every ten minutes whoever must be reminded is. */
export function messageWork(installation: OpenInstallation): Work {
  const { log } = installation
  let senders: Promise<Senders> | null = null
  return {
    jobs: {
      [sendJob]: async () => {
        senders ??= openSenders(installation)
        const figures = await sendDue(sendingOf(installation, await senders))
        if (figures.sent + figures.failed > 0) log.info(figures, 'messages were sent')
      },
      [remindJob]: async () => {
        const told = await remindAll(installation)
        if (told > 0) log.info({ told }, 'people were reminded')
      },
    },
    schedules: [
      { at: '* * * * *', name: sendJob },
      // What was missed is made up for by the next time.
      { at: '*/10 * * * *', name: remindJob },
    ],
  }
}
