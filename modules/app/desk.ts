import { dateInVietnam, formatDeadline, workingDaysBetween } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'
import type { Ctx } from '../context.ts'
import { rolesOf } from '../identity/index.ts'
import { holidays } from '../law/index.ts'
import type { NavigationEntry } from '../room.ts'
import { rooms } from '../rooms.ts'
import type { Waiting } from '../waiting.ts'
import { deskWords as says } from './words.ts'

/** Past its day; close to it; waiting for whoever has time; with a day that is far. In this order on the desk. */
export const urgencies = ['late', 'soon', 'open', 'later'] as const
export type Urgency = (typeof urgencies)[number]

/** A line of a desk as it is read: how urgent, what is left of its time or how long it waits, and the desk that counts it. */
export type DeskLine = Waiting & { urgency: Urgency; left: string | null; desk: string | null }

/** A desk of the side bar, with how many things wait there. */
export type Desk = NavigationEntry & { count: number }

/** A working aid, no legal value: the same that a dossier at its commune is marked by. */
const soon = { workingDays: 3, hours: 24 }

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>

/** The desks of whoever asks, in the order of the programme, and what waits there, the most urgent first. */
export async function deskOf(ctx: Reader): Promise<{ desks: Desk[]; lines: DeskLine[] }> {
  const roles = rolesOf(ctx.actor)
  const entries = rooms
    .flatMap(({ navigation }) => navigation)
    .filter((entry) => entry.roles.some((role) => roles.includes(role)))
    .toSorted((one, other) => one.order - other.order)
  const waiting = (await Promise.all(rooms.map(({ waiting: of }) => of?.(ctx) ?? []))).flat()
  const lines = waiting.map((line): DeskLine => ({ ...line, ...timeOf(line, ctx.now), desk: deskOfPath(entries, line.path) }))
  const countAt = (path: string) => lines.reduce((sum, { desk, count }) => (desk === path ? sum + count : sum), 0)
  return { desks: entries.map((entry) => ({ ...entry, count: countAt(entry.path) })), lines: lines.toSorted(byUrgency) }
}

/** The nearest desk above an address. */
const deskOfPath = (entries: readonly NavigationEntry[], address: string): string | null =>
  entries
    .map(({ path }) => path)
    .filter((path) => address === path || address.startsWith(`${path}/`) || address.startsWith(`${path}?`))
    .toSorted((one, other) => other.length - one.length)[0] ?? null

/** How urgent something is at a moment, and what is said of its time: working days of offices for a day, hours for a moment. */
export function timeOf({ since, until }: Pick<Waiting, 'since' | 'until'>, now: Date): Pick<DeskLine, 'urgency' | 'left'> {
  const today = dateInVietnam(now)
  if (typeof until === 'string') return { urgency: urgencyOfDay(today, until), left: formatDeadline(today, until, holidays()) }
  if (until !== null) {
    const hours = Math.floor((until.getTime() - now.getTime()) / 3_600_000)
    return { urgency: hours < 0 ? 'late' : hours < soon.hours ? 'soon' : 'later', left: says.hoursLeft(hours) }
  }
  return { urgency: 'open', left: since === null ? null : says.waitsFor(daysSince(since, today)) }
}

function urgencyOfDay(today: PlainDate, until: PlainDate): Urgency {
  if (until < today) return 'late'
  return workingDaysBetween(today, until, holidays()) <= soon.workingDays ? 'soon' : 'later'
}

const daysSince = (since: Date, today: PlainDate): number =>
  Math.max(0, Math.round((Date.parse(today) - Date.parse(dateInVietnam(since))) / 86_400_000))

const moment = (value: PlainDate | Date | null): number => (value === null ? Number.POSITIVE_INFINITY : new Date(value).getTime())

const byUrgency = (one: DeskLine, other: DeskLine): number =>
  urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency) ||
  moment(one.until) - moment(other.until) ||
  0 ||
  moment(one.since) - moment(other.since) ||
  0
