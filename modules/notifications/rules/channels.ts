import type { MessageKind } from '../../message-kinds.ts'

/** By which ways a message leaves the house; the inbox has them all. */
export const channels = ['mail', 'sms', 'zns', 'push'] as const
export type Channel = (typeof channels)[number]

/** `always`: cannot be silenced. `on`, `off`: until its person says otherwise. `consent`: an advertisement, only if asked for. */
export type Default = 'always' | 'on' | 'off' | 'consent'

/** What is sent by which way: the inbox always, and at least one channel of what security, safety and the law want told. */
export const defaults: Readonly<Record<MessageKind, Readonly<Record<Channel, Default>>>> = {
  security: { mail: 'always', sms: 'off', zns: 'off', push: 'on' },
  safety: { mail: 'always', sms: 'always', zns: 'on', push: 'on' },
  law: { mail: 'always', sms: 'off', zns: 'off', push: 'on' },
  work: { mail: 'on', sms: 'off', zns: 'off', push: 'on' },
  news: { mail: 'consent', sms: 'consent', zns: 'consent', push: 'consent' },
}

export type Preference = { kind: MessageKind; channel: Channel; wanted: boolean }

/** Whether a person gets this kind by this way. */
export function isWanted(kind: MessageKind, channel: Channel, chosen: readonly Preference[]): boolean {
  const given = defaults[kind][channel]
  if (given === 'always') return true
  return chosen.find((one) => one.kind === kind && one.channel === channel)?.wanted ?? given === 'on'
}

/** From one full hour to another, in Vietnam; over midnight where the second is earlier. */
export type Hours = { from: number; to: number }

export type PlanLaw = { quiet: Hours; digestHour: number; adsPerDay: number }

export type Planned = { channel: Channel; dueAt: Date }

/** What is known of a recipient when a message is made. */
export type Reachable = {
  has: Readonly<Record<Channel, boolean>>
  /** The channels that this installation has. */
  on: ReadonlySet<Channel>
  chosen: readonly Preference[]
  /** One's own hours in place of those of the law, never shorter for advertisements. */
  quiet: Hours | null
  /** Advertisements that went or will go to this person's telephone within a day. */
  adsToday: number
  /** A purchase, or what else somebody without account began: about itself alone, by one way. */
  isPurchase: boolean
}

/** By which ways a message goes, and when. What rings waits for the end of the quiet hours, except where it is about safety or an account. */
export function plan(
  { kind, pace, now }: { kind: MessageKind; pace: 'at-once' | 'digest'; now: Date },
  { has, on, chosen, quiet, adsToday, isPurchase }: Reachable,
  law: PlanLaw,
): Planned[] {
  if (isPurchase) {
    if (kind === 'news') return []
    const channel = has.zns ? 'zns' : 'sms'
    if (has.mail && (on.has('mail') || !has[channel] || !on.has(channel))) return [{ channel: 'mail', dueAt: now }]
    return has[channel] ? [{ channel, dueAt: kind === 'safety' ? now : afterQuiet(now, law.quiet) }] : []
  }
  const urgent = kind === 'safety' || kind === 'security'
  const hours = kind === 'news' ? law.quiet : (quiet ?? law.quiet)
  const wanted = channels.filter((channel) => has[channel] && isWanted(kind, channel, chosen))
  return [...wanted, ...insteadOfMail(kind, wanted, { has, on })].flatMap((channel): Planned[] => {
    if (channel === 'mail') return [{ channel, dueAt: pace === 'digest' ? nextHour(now, law.digestHour) : now }]
    // A telephone does not ring for what can wait for the mail of the morning.
    if (pace === 'digest') return []
    if (kind === 'news' && adsToday >= law.adsPerDay) return []
    return [{ channel, dueAt: urgent ? now : afterQuiet(now, hours) }]
  })
}

/** What nobody can silence reaches its person: where no mail can, because there is no address or no mail server, a telephone does. */
function insteadOfMail(kind: MessageKind, wanted: readonly Channel[], { has, on }: Pick<Reachable, 'has' | 'on'>): Channel[] {
  if (defaults[kind].mail !== 'always' || wanted.some((channel) => channel !== 'push' && on.has(channel))) return []
  const instead = (['zns', 'sms'] as const).find((channel) => has[channel] && on.has(channel) && !wanted.includes(channel))
  return instead ? [instead] : []
}

const hourMs = 3_600_000
/** Vietnam is seven hours ahead of UTC, and has known no other time since 1975. */
const vietnamMs = 7 * hourMs

/** The next moment at which it is this hour in Vietnam. */
export function nextHour(now: Date, hour: number): Date {
  const local = now.getTime() + vietnamMs
  const today = Math.floor(local / (24 * hourMs)) * 24 * hourMs + hour * hourMs
  return new Date((today > local ? today : today + 24 * hourMs) - vietnamMs)
}

export function isQuiet(now: Date, { from, to }: Hours): boolean {
  const hour = new Date(now.getTime() + vietnamMs).getUTCHours()
  if (from === to) return false
  return from < to ? from <= hour && hour < to : hour >= from || hour < to
}

const afterQuiet = (now: Date, hours: Hours) => (isQuiet(now, hours) ? nextHour(now, hours.to) : now)

/** When a failed try is made again: after two minutes, and twice as long each time, up to three hours. */
export const nextTry = (now: Date, tries: number): Date => new Date(now.getTime() + Math.min(2 ** Math.min(tries, 8), 180) * 60_000)

/** A week, and often enough: who was down for so long has other mail to read. */
export const isHopeless = (now: Date, { dueAt, tries }: { dueAt: Date; tries: number }): boolean =>
  tries >= 8 && now.getTime() - dueAt.getTime() > 7 * 24 * hourMs
