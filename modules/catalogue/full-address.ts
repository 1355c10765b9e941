import { placeKindWords } from './words.ts'

const kind = new RegExp(`^(${Object.values(placeKindWords).join('|')})(?= )`, 'iu')

const bare = (place: string) => place.trim().replace(kind, '').trim().toLocaleLowerCase('vi')

/**
 * "ấp Chông Văn, xã Tam Ngãi, tỉnh Vĩnh Long": what somebody typed, then every place around it from the inside out.
 * What the typed address already says is said once and in its order.
 */
export function fullAddress(address: string | null, ...places: readonly string[]): string {
  const typed = (address ?? '').split(',').flatMap((part) => part.trim() || [])
  for (const place of places.toReversed()) if (typed.length > 0 && bare(typed.at(-1)!) === bare(place)) typed.pop()
  const said = typed.join(', ').toLocaleLowerCase('vi')
  const around = places.map((place) => place.replace(kind, (word) => word.toLocaleLowerCase('vi')))
  return [...typed, ...around.filter((place) => !said.includes(place.toLocaleLowerCase('vi')))].join(', ')
}
