/** The vocabulary's present address, its older ones, and how it is abbreviated. */
const spellings = ['https://gs1.org/voc/', 'https://ref.gs1.org/voc/', 'http://gs1.org/voc/', 'https://www.gs1.org/voc/', 'gs1:']

/** Before the name of a relation that is not of GS1 and has no namespace (RFC 8288: `next`, `license`). */
const registered = 'rel:'

/** A link type as somebody wrote it (`gs1:pip`, an address of the vocabulary, the bare word), without the namespace of GS1; others as they are. */
export function readLinkType(typed: string): string {
  const spelling = spellings.find((start) => typed.startsWith(start))
  return spelling === undefined ? typed : typed.slice(spelling.length)
}

/** The same of a member of a linkset, where a bare word is a relation that IANA registered. */
export const readRelation = (name: string): string => (/^[a-z-]+$/.test(name) ? registered + name : readLinkType(name))

/** As a member of a linkset is named. */
export function writeRelation(type: string): string {
  if (type.startsWith(registered)) return type.slice(registered.length)
  return type.includes(':') ? type : spellings[0]! + type
}

/** Whether a link of this type is what was asked for. */
export const isOfType = (type: string, asked: string): boolean => type === asked || type === registered + asked

/** Where a resolver leads who names no type. */
export const defaultType = 'defaultLink'
/** Several of them, told apart by language, media type or context. */
export const defaultTypeOfMany = 'defaultLinkMulti'
/** What a default link is, where nothing else says it: a page about the thing. */
export const describedAs = 'pip'
