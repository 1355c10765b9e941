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

/** The rows behind a figure, or behind one slice of it. */
export function rowsHref(
  figure: string,
  { period, slice }: { period?: { from: string; to: string }; slice?: { column: string; key: string } | null },
): string {
  const query = new URLSearchParams({
    ...(period && { tu: period.from, den: period.to }),
    ...(slice && { theo: slice.column, la: slice.key }),
  })
  return `/van-phong/so-lieu/${figure}${query.size > 0 ? `?${query}` : ''}`
}
