import { dateInVietnam, isPlainDate } from '@dacsan/vietnam'

/** The period in the address (`?tu=…&den=…`); what is missing or no day becomes this year up to today. */
export function readPeriod(url: URL, now: Date): { from: string; to: string } {
  const today = dateInVietnam(now)
  const day = (name: string, otherwise: string) => {
    const typed = url.searchParams.get(name)
    return typed && isPlainDate(typed) ? typed : otherwise
  }
  return { from: day('tu', `${today.slice(0, 4)}-01-01`), to: day('den', today) }
}

/** The slice that the address asks for (`?theo=certifiedYear&la=2022`); an empty `la` is what the source does not tell. */
export function readSlice(url: URL): { column: string; key: string } | null {
  const column = url.searchParams.get('theo')
  return column === null ? null : { column, key: url.searchParams.get('la') ?? '' }
}
