import { hasCheckCharacters } from './check-characters.ts'
import { endsRight } from './check-digit.ts'
import { countryLetters, countryNumbers, currencyNumbers, packageTypes } from './code-lists.ts'
import { couponFault, positiveOfferFault } from './coupon.ts'
import { dateFault, pair } from './dates.ts'

/**
 * A rule that the dictionary names for a component. Gets the component's text, of the right characters and length, and gives the place of the
 * fault in it, or -1. What each name means: GS1 Barcode Syntax Tests, and the section of the General Specifications that a line gives.
 */
type Linter = (text: string) => number

const passes = -1

/** Without a table of the prefixes given out, what can be said is that the shortest one has four digits. */
const shortestPrefix = 4

function prefixFault(text: string, from: number): number {
  for (let place = from; place < from + shortestPrefix; place += 1) {
    const code = text.charCodeAt(place)
    if (!(code >= 48 && code <= 57)) return Math.min(place, text.length)
  }
  return passes
}

/** A list is split when it is first asked for: most pages never are. */
function listed(codes: string): Linter {
  let set: Set<string> | undefined
  return (text) => ((set ??= new Set(codes.trim().split(/\s+/))).has(text) ? passes : 0)
}

const matches =
  (pattern: RegExp): Linter =>
  (text) =>
    pattern.test(text) ? passes : 0

const below =
  (limit: number): Linter =>
  (text) =>
    pair(text, 0) < limit ? passes : 0

const hours = below(24)
const minutes = below(60)
const isCountryNumber = listed(countryNumbers)
const isCountryLetters = listed(countryLetters)

const linters = {
  csum: (text) => (endsRight(text) ? passes : text.length - 1),
  csumalpha: (text) => (hasCheckCharacters(text) ? passes : Math.max(0, text.length - 2)),
  gcppos1: (text) => prefixFault(text, 0),
  gcppos2: (text) => prefixFault(text, 1),
  yymmd0: (text) => dateFault(text, true),
  yymmdd: (text) => dateFault(text, false),
  yyyymmdd: (text) => dateFault(text, false),
  hh: hours,
  mi: minutes,
  ss: minutes,
  hhmi: (text) => (hours(text) < 0 ? (minutes(text.slice(2)) < 0 ? passes : 2) : 0),
  iso3166: isCountryNumber,
  iso3166999: (text) => (text === '999' ? passes : isCountryNumber(text)),
  iso3166alpha2: isCountryLetters,
  iso4217: listed(currencyNumbers),
  // ISO/IEC 5218: not known, male, female, not applicable.
  iso5218: matches(/^[0129]$/),
  packagetype: listed(packageTypes),
  // GS1 General Specifications, AIDC media type values: 01 to 10 given out, 80 to 99 for local use.
  mediatype: matches(/^(0[1-9]|10|[89]\d)$/),
  pcenc: (text) => text.search(/%(?![0-9A-Fa-f]{2})/),
  latitude: (text) => (Number(text) <= 180_00_00000 ? passes : 0),
  longitude: (text) => (Number(text) <= 360_00_00000 ? passes : 0),
  yesno: matches(/^[01]$/),
  winding: matches(/^[019]$/),
  zero: matches(/^0+$/),
  nonzero: matches(/[^0]/),
  nozeroprefix: (text) => (text.length > 1 && text.startsWith('0') ? 0 : passes),
  hyphen: (text) => text.search(/[^-]/),
  hasnondigit: matches(/\D/),
  importeridx: matches(/^[-0-9A-Z_a-z]$/),
  pieceoftotal,
  posinseqslash,
  iban,
  couponcode: couponFault,
  couponposoffer: positiveOfferFault,
} satisfies Record<string, Linter>

/** The name of a rule in the GS1 Syntax Dictionary. */
export type LinterName = keyof typeof linters

/** The rule of a name that stands in the dictionary; a name that we do not know is a new edition that nobody read. */
export function linterOf(name: string): { name: LinterName; fault: Linter } {
  if (!Object.hasOwn(linters, name)) throw new Error(`the GS1 Syntax Dictionary names a rule that is not written: ${name}`)
  return { name: name as LinterName, fault: linters[name as LinterName] }
}

/** Piece 01 of 02: two numbers of one width, neither zero, the first not above the second. */
function pieceoftotal(text: string): number {
  const middle = text.length / 2
  const [piece, total] = [Number(text.slice(0, middle)), Number(text.slice(middle))]
  if (total === 0 && piece !== 0) return middle
  return piece > 0 && piece <= total ? passes : 0
}

/** 1/3: a position and the number of positions. */
function posinseqslash(text: string): number {
  const [, position, end] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  if (position === undefined || end === undefined || position.startsWith('0')) return 0
  if (end.startsWith('0')) return position.length + 1
  return Number(position) <= Number(end) ? passes : 0
}

/** ISO 13616-1: country, two check digits, account; letters count from 10, the whole leaves 1 when divided by 97. */
function iban(text: string): number {
  if (text.length <= 10 || isCountryLetters(text.slice(0, 2)) >= 0) return 0
  const foreign = text.search(/[^0-9A-Z]/)
  if (foreign >= 0) return foreign
  let rest = 0
  for (const character of text.slice(4) + text.slice(0, 4)) {
    const value = Number.parseInt(character, 36)
    rest = (rest * (value < 10 ? 10 : 100) + value) % 97
  }
  return rest === 1 ? passes : 2
}
