import { createHmac, timingSafeEqual } from 'node:crypto'
import type { PlainDate } from '@dacsan/vietnam'
import type { RouteStopId } from './ids.ts'

/** That somebody was at a stop on a day. Nothing of who: it lies on the device alone. */
export type Stamp = { stopId: RouteStopId; on: PlainDate }

/** As many as one cookie holds. */
export const mostStamps = 60

const shape = /^rst_[\w-]{1,40}~\d{4}-\d\d-\d\d$/
const seal = (body: string, key: string): string => createHmac('sha256', key).update(`route-passport ${body}`).digest('base64url')

/** The stamps of a device as its cookie holds them: words of ours with a seal that nobody else can make. */
export function writePassport(stamps: readonly Stamp[], key: string): string {
  const body = stamps
    .slice(-mostStamps)
    .map(({ stopId, on }) => `${stopId}~${on}`)
    .join('.')
  return `${body}!${seal(body, key)}`
}

/** What a cookie holds; nothing where it was not written by us. */
export function readPassport(cookie: string | undefined, key: string): Stamp[] {
  const [, body, sealed] = /^([^!]*)!([\w-]{43})$/.exec((cookie ?? '').slice(0, 4000)) ?? []
  if (!body || !sealed || !timingSafeEqual(Buffer.from(sealed), Buffer.from(seal(body, key)))) return []
  return body
    .split('.')
    .filter((one) => shape.test(one))
    .map((one) => {
      const [stopId = '', on = ''] = one.split('~')
      return { stopId: stopId as RouteStopId, on }
    })
}

/** With one stamp more; the day of the first stays. */
export const withStamp = (stamps: readonly Stamp[], stamp: Stamp): Stamp[] =>
  stamps.some(({ stopId }) => stopId === stamp.stopId) ? [...stamps] : [...stamps, stamp]
