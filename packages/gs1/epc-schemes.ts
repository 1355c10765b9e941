/**
 * How the EPC schemes of CBV 2.0 are built. Every key begins with a company prefix of 6 to 12 digits, and the URN sets a dot behind it:
 * `digits` is what prefix and reference count together, where the reference is of digits. A key of letters (`longest`) has no check digit.
 */
export type EpcScheme = {
  scheme: string
  /** The AI of the key. */
  ai: string
  /** Digits of prefix and reference together, without the check digit. */
  digits?: number
  /** The most characters of prefix and reference together, where the reference may have letters. */
  longest?: number
  /** The reference begins with a digit (indicator, extension) that stands before the prefix in the key. */
  leads?: true
  /** Stands before the prefix in the key, always the same. */
  filler?: string
  /** Parts between reference and serial number (piece and total), of so many digits each; they follow the check digit in the key. */
  parts?: readonly number[]
  serial?: SerialPart
  /** Written `urn:epc:class:` instead of `urn:epc:id:`. */
  isClass?: true
  /** `*` in place of the serial number names all things of the key, in `urn:epc:idpat:`. */
  hasPattern?: true
}

/** Where the serial number goes: behind the key itself, or to an AI of its own; `absent` is what a URN says when there is none. */
export type SerialPart = { in: 'key' | (string & {}); absent?: string }

/** In the order in which a link is tried: the first whose key and serial number are there names it. Source: CBV 2.0, section 8; EPC Tag Data Standard 2.0, section 6.3. */
export const epcSchemes: readonly EpcScheme[] = [
  { scheme: 'sgtin', ai: '01', digits: 13, leads: true, serial: { in: '21' }, hasPattern: true },
  { scheme: 'upui', ai: '01', digits: 13, leads: true, serial: { in: '235' }, hasPattern: true },
  { scheme: 'lgtin', ai: '01', digits: 13, leads: true, serial: { in: '10' }, isClass: true },
  { scheme: 'sscc', ai: '00', digits: 17, leads: true },
  { scheme: 'sgln', ai: '414', digits: 12, serial: { in: '254', absent: '0' } },
  { scheme: 'pgln', ai: '417', digits: 12 },
  { scheme: 'grai', ai: '8003', digits: 12, filler: '0', serial: { in: 'key' }, hasPattern: true },
  { scheme: 'giai', ai: '8004', longest: 30 },
  { scheme: 'gsrn', ai: '8018', digits: 17 },
  { scheme: 'gsrnp', ai: '8017', digits: 17 },
  { scheme: 'gdti', ai: '253', digits: 12, serial: { in: 'key' }, hasPattern: true },
  { scheme: 'sgcn', ai: '255', digits: 12, serial: { in: 'key' }, hasPattern: true },
  { scheme: 'cpi', ai: '8010', longest: 30, serial: { in: '8011' }, hasPattern: true },
  { scheme: 'ginc', ai: '401', longest: 30 },
  { scheme: 'gsin', ai: '402', digits: 16 },
  { scheme: 'itip', ai: '8006', digits: 13, leads: true, parts: [2, 2], serial: { in: '21' }, hasPattern: true },
]
