import { spellingOf } from '@dacsan/vietnam'
import { placeAbbreviations, placeKindWords, formerPlaceKindWords } from './words.ts'

const kinds = Object.values(placeKindWords)
/** Districts are no part of an address since 1 July 2025; a province that was merged is none either. */
const gone = [...formerPlaceKindWords, placeKindWords.province, placeKindWords.city].map((kind) => kind.toLocaleLowerCase('vi'))
const written = new RegExp(`^(${[...kinds, ...formerPlaceKindWords].join('|')})\\s+`, 'iu')
const shortened = new RegExp(`^(${Object.keys(placeAbbreviations).join('|')})\\.\\s*`, 'iu')

/** A part of an address: what kind of place it says it is, in full where it was shortened, and its name. */
function readPart(part: string): { kind: string | null; name: string } {
  const [beginning, kind] = written.exec(part) ?? []
  if (beginning !== undefined) return { kind: kind!.toLocaleLowerCase('vi'), name: part.slice(beginning.length) }
  const [short, sign] = shortened.exec(part) ?? []
  if (short === undefined) return { kind: null, name: part }
  return {
    kind: placeAbbreviations[sign!.toLowerCase() as keyof typeof placeAbbreviations].toLocaleLowerCase('vi'),
    name: part.slice(short.length),
  }
}

/**
 * "ấp Chông Văn, xã Tam Ngãi, tỉnh Vĩnh Long": what somebody typed, then every place around it from the inside out.
 * What the typed address already says, shortened or with the tone mark elsewhere, is said once and in its order; the district and the province
 * of before are left out.
 */
export function fullAddress(address: string | null, ...places: readonly string[]): string {
  const typed = (address ?? '').split(',').flatMap((part) => part.trim() || [])
  const said: (string | null)[] = places.map(() => null)
  let next = places.length - 1
  while (typed.length > 0) {
    const { kind, name } = readPart(typed.at(-1)!)
    const at = places.findLastIndex((place, index) => index <= next && spellingOf(readPart(place).name) === spellingOf(name))
    if (at !== -1 && !(kind !== null && gone.includes(kind) && at < places.length - 1)) {
      // As it was typed where its kind stands in full: the resolution itself writes both "Hoà Thuận" and "Hòa Thuận".
      if (kind === readPart(places[at]!).kind && written.test(typed.at(-1)!)) said[at] = `${kind} ${name}`
      next = at - 1
    } else if (kind === null || !gone.includes(kind) || places.length === 0) break
    typed.pop()
  }
  const inside = ` ${spellingOf(typed.join(' '))} `
  const around = places.map((place, index) => {
    const { kind, name } = readPart(place)
    return said[index] ?? [kind, name].filter(Boolean).join(' ')
  })
  return [...typed, ...around.filter((place) => !inside.includes(` ${spellingOf(place)} `))].join(', ')
}
