import { addDays } from '@dacsan/vietnam'
import type { PlainDate } from '@dacsan/vietnam'

export type DayInFile = { id: string; day: PlainDate; summary: string; description: string }

/**
 * A calendar of whole days as iCalendar (RFC 5545): lines end with CRLF and are folded at 75 octets (3.1), text is escaped (3.3.11), and the end of
 * a day's event is the day after (3.6.1).
 */
export function calendarFile(name: string, host: string, days: readonly DayInFile[], madeAt: Date): string {
  const stamp = `${madeAt.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const compact = (day: PlainDate) => day.replaceAll('-', '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${host}//dacsan//VI`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...days.flatMap(({ id, day, summary, description }) => [
      'BEGIN:VEVENT',
      `UID:${escaped(id)}@${host}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
      `SUMMARY:${escaped(summary)}`,
      ...(description === '' ? [] : [`DESCRIPTION:${escaped(description)}`]),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const escaped = (text: string) => text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n/g, String.raw`\n`)

const octetsOf = (text: string) => new TextEncoder().encode(text).length
const most = 75

/** A line of more than 75 octets goes on in the next, after a space; no letter is torn. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    if (octetsOf(part + letter) > (parts.length === 0 ? most : most - 1)) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part].join('\r\n ')
}
