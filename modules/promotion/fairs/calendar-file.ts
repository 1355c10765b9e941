import { addDays } from '@dacsan/vietnam'
import type { PublicFair } from './read-fair.ts'

const escape = (text: string) => text.replaceAll(/([\\;,])/g, '\\$1').replaceAll('\n', '\\n')
const plain = (day: string) => day.replaceAll('-', '')
const moment = (at: Date) => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')

/** A line is at most 75 octets; the rest goes on below, behind a space (RFC 5545, 3.1). */
function folded(line: string): string {
  const parts: string[] = []
  let [part, octets] = ['', 0]
  for (const sign of line) {
    const size = Buffer.byteLength(sign)
    if (octets + size > 74) {
      parts.push(part)
      part = ''
      octets = 0
    }
    part += sign
    octets += size
  }
  return [...parts, part].join('\r\n ')
}

/** A fair as a day of anybody's calendar (RFC 5545): the days of the fair, and the hour until which stands are asked for. */
export function fairCalendar(
  { fair, isCancelled }: Pick<PublicFair, 'fair' | 'isCancelled'>,
  { address, host, now, deadlineSays }: { address: string; host: string; now: Date; deadlineSays: string },
): string {
  const status = isCancelled ? 'CANCELLED' : 'CONFIRMED'
  const event = (uid: string, lines: string[]) => [
    'BEGIN:VEVENT',
    `UID:${uid}@${host}`,
    `DTSTAMP:${moment(now)}`,
    ...lines,
    `STATUS:${status}`,
    `URL:${address}`,
    'END:VEVENT',
  ]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//dacsan//fairs//VI',
    'CALSCALE:GREGORIAN',
    ...event(fair.id, [
      `DTSTART;VALUE=DATE:${plain(fair.opensOn)}`,
      // The end of a day event is the day after its last (RFC 5545, 3.6.1).
      `DTEND;VALUE=DATE:${plain(addDays(fair.closesOn, 1))}`,
      `SUMMARY:${escape(fair.name)}`,
      `LOCATION:${escape(fair.venue)}`,
      ...(fair.theme ? [`DESCRIPTION:${escape(fair.theme)}`] : []),
    ]),
    ...event(`${fair.id}-apply`, [
      `DTSTART:${moment(fair.applyBy)}`,
      `DTEND:${moment(fair.applyBy)}`,
      `SUMMARY:${escape(`${deadlineSays}: ${fair.name}`)}`,
    ]),
    'END:VCALENDAR',
  ]
  return lines.map(folded).join('\r\n') + '\r\n'
}
