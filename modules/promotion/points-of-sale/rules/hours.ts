/** From which day of the week to which (0 is Monday), from when to when: `07:00` to `19:00`. */
export type OpenHours = { from: number; to: number; opens: string; closes: string }

const days: Readonly<Record<string, number>> = { t2: 0, t3: 1, t4: 2, t5: 3, t6: 4, t7: 5, cn: 6 }
const shape = /^(t[2-7]|cn)(?:\s*[-–]\s*(t[2-7]|cn))?\s+(\d{1,2})[:h](\d{2})?\s*[-–]\s*(\d{1,2})[:h](\d{2})?$/i

/**
 * Opening hours as people write them, one stretch a line; null for a line that cannot be read.
 *
 * @example readHours('T2-T7 7:00-19:00\nCN 7h-11h') // [{ from: 0, to: 5, opens: '07:00', closes: '19:00' }, …]
 */
export function readHours(typed: string): OpenHours[] | null {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const read = lines.map((line) => {
    const [, first = '', last = first, h1 = '', m1 = '00', h2 = '', m2 = '00'] = shape.exec(line) ?? []
    const [from, to] = [days[first.toLowerCase()], days[last.toLowerCase()]]
    const [opens, closes] = [clock(h1, m1), clock(h2, m2)]
    if (from === undefined || to === undefined || opens === null || closes === null || from > to || opens >= closes) return null
    return { from, to, opens, closes }
  })
  return read.every((one) => one !== null) ? read : null
}

function clock(hour: string, minute: string): string | null {
  if (hour === '' || Number(hour) > 24 || Number(minute) > 59 || (Number(hour) === 24 && Number(minute) > 0)) return null
  return `${hour.padStart(2, '0')}:${minute}`
}

const schemaDays = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']

/** The same in the words of schema.org. @example schemaHours([{ from: 0, to: 5, opens: '07:00', closes: '19:00' }]) // ['Mo-Sa 07:00-19:00'] */
export const schemaHours = (hours: readonly OpenHours[]): string[] =>
  hours.map(({ from, to, opens, closes }) => `${schemaDays[from]}${to > from ? `-${schemaDays[to]}` : ''} ${opens}-${closes}`)
