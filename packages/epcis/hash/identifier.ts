import { checkDigit } from '@dacsan/gs1'

// CBV 2.0, Event Hash ID, rules 17 and 18: every way to write a GS1 key becomes one constrained Digital Link URI. It checks shapes,
// not check digits: whoever hashes an event wants to know whether it is the same, not whether its numbers were issued.

const base = 'https://id.gs1.org/'

/** Percent-encoded in a Digital Link although an EPC URI has them bare. */
const bareInUrn = /[!()*+,:]/g
const plain = /^[A-Za-z0-9._-]*$/
const unreserved = /[^A-Za-z0-9\-._~';=]/gu

function encode(character: string): string {
  const hex = (byte: number) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
  return character.codePointAt(0)! < 128 ? hex(character.charCodeAt(0)) : encodeURIComponent(character)
}

/** A value from an EPC URI: its triplets stay, what a Digital Link must escape is escaped. */
const fromUrn = (value: string) => (plain.test(value) ? value : value.replace(bareInUrn, encode))

/** A value from a Digital Link in one spelling, whatever the writer chose to escape; undefined when it is not text. */
function fromPath(value: string): string | undefined {
  if (plain.test(value)) return value
  try {
    return decodeURIComponent(value).replace(unreserved, encode)
  } catch {
    return undefined
  }
}

/** Company prefix and reference together have so many digits; the first digit of some references goes before the prefix. */
type Scheme = { digits: number; write(joined: string, rest: string): string }

const withCheck = (digits: string) => digits + checkDigit(digits)
const scheme = (digits: number, write: Scheme['write']): Scheme => ({ digits, write })

/** Schemes of the EPC Tag Data Standard 2.0, section 6.3, whose reference is all digits. */
const schemes: Readonly<Record<string, Scheme>> = {
  sgtin: scheme(13, (gtin, serial) => `01/${withCheck(gtin)}/21/${fromUrn(serial)}`),
  upui: scheme(13, (gtin, serial) => `01/${withCheck(gtin)}/235/${fromUrn(serial)}`),
  lgtin: scheme(13, (gtin, lot) => `01/${withCheck(gtin)}/10/${fromUrn(lot)}`),
  sscc: scheme(17, (sscc) => `00/${withCheck(sscc)}`),
  sgln: scheme(12, (gln, extension) => `414/${withCheck(gln)}${extension === '0' ? '' : `/254/${fromUrn(extension)}`}`),
  pgln: scheme(12, (gln) => `417/${withCheck(gln)}`),
  grai: scheme(12, (asset, serial) => `8003/0${withCheck(asset)}${fromUrn(serial)}`),
  gsrn: scheme(17, (service) => `8018/${withCheck(service)}`),
  gsrnp: scheme(17, (service) => `8017/${withCheck(service)}`),
  gdti: scheme(12, (type, serial) => `253/${withCheck(type)}${fromUrn(serial)}`),
  sgcn: scheme(12, (coupon, serial) => `255/${withCheck(coupon)}${serial}`),
  gsin: scheme(16, (shipment) => `402/${withCheck(shipment)}`),
}
const indicatorFirst = new Set(['sgtin', 'upui', 'lgtin', 'sscc', 'itip'])
const withoutRest = new Set(['sscc', 'pgln', 'gsrn', 'gsrnp', 'gsin'])
/** A pattern names the class of its things: the key without the serial number. */
const classOf: Readonly<Record<string, Scheme['write']>> = {
  sgtin: (gtin) => `01/${withCheck(gtin)}`,
  upui: (gtin) => `01/${withCheck(gtin)}`,
  grai: (asset) => `8003/0${withCheck(asset)}`,
  gdti: (type) => `253/${withCheck(type)}`,
  sgcn: (coupon) => `255/${withCheck(coupon)}`,
}
const companyPrefix = /^\d{6,12}$/
const serialCharacters = /^(?:[!'()*+,\-.0-9:;=A-Z_a-z]|%[0-9A-Fa-f]{2})+$/

function fromEpcUri(urn: string): string | undefined {
  const [, , kind, name = '', body = ''] = splitAt(urn, ':', 4)
  const pattern = kind === 'idpat'
  if (kind !== 'id' && kind !== 'class' && !pattern) return undefined
  if ((kind === 'class') !== (name === 'lgtin')) return undefined
  const [company = '', reference, rest] = splitAt(body, '.', 2)
  if (!companyPrefix.test(company) || reference === undefined) return undefined

  if (name === 'giai' || name === 'ginc') {
    const whole = body.slice(company.length + 1)
    return !pattern && serialCharacters.test(whole) ? `${name === 'giai' ? '8004' : '401'}/${company}${fromUrn(whole)}` : undefined
  }
  if (name === 'cpi') {
    const [part = '', serial = ''] = splitLast(body.slice(company.length + 1), '.')
    if (!serialCharacters.test(part) || !(pattern ? serial === '*' : /^\d{1,12}$/.test(serial))) return undefined
    return `8010/${company}${fromUrn(part)}${pattern ? '' : `/8011/${serial}`}`
  }
  if (!/^\d*$/.test(reference)) return undefined
  const joined = indicatorFirst.has(name) ? reference.slice(0, 1) + company + reference.slice(1) : company + reference
  if (name === 'itip') {
    const [piece = '', total = '', serial = ''] = splitAt(rest ?? '', '.', 2)
    if (joined.length !== 13 || !/^\d\d$/.test(piece) || !/^\d\d$/.test(total)) return undefined
    if (pattern ? serial !== '*' : !serialCharacters.test(serial)) return undefined
    return `8006/${withCheck(joined)}${piece}${total}${pattern ? '' : `/21/${fromUrn(serial)}`}`
  }
  const found = Object.hasOwn(schemes, name) ? schemes[name] : undefined
  if (!found || joined.length !== found.digits) return undefined
  if (pattern) return rest === '*' && Object.hasOwn(classOf, name) ? classOf[name]!(joined, '') : undefined
  if (withoutRest.has(name)) return rest === undefined ? found.write(joined, '') : undefined
  return rest !== undefined && serialCharacters.test(rest) ? found.write(joined, rest) : undefined
}

/**
 * Keys that may stand in the hash, the shape of their values, the qualifiers in the order in which one is chosen, and those that are dropped.
 * A link with any other qualifier is none.
 */
const keys: Readonly<Record<string, { value: RegExp; finest: readonly string[]; dropped?: readonly string[] }>> = {
  '00': { value: /^\d{18}$/, finest: [] },
  '01': { value: /^(?:\d{8}|\d{12,14})$/, finest: ['21', '235', '10'], dropped: ['22'] },
  '253': { value: /^\d{13}[^/]{0,90}$/, finest: [] },
  '255': { value: /^\d{13,25}$/, finest: [] },
  '401': { value: /^\d{4}[^/]+$/, finest: [] },
  '402': { value: /^\d{17}$/, finest: [] },
  '414': { value: /^\d{13}$/, finest: ['254'], dropped: ['7040'] },
  '417': { value: /^\d{13}$/, finest: [], dropped: ['7040'] },
  '8003': { value: /^\d{14}[^/]{0,90}$/, finest: [] },
  '8004': { value: /^\d{4}[^/]+$/, finest: [], dropped: ['7040'] },
  '8006': { value: /^\d{18}$/, finest: ['21', '10'], dropped: ['22'] },
  '8010': { value: /^\d{4}[^/]+$/, finest: ['8011'] },
  '8017': { value: /^\d{18}$/, finest: [], dropped: ['8019'] },
  '8018': { value: /^\d{18}$/, finest: [], dropped: ['8019'] },
}
/** The names that GS1 Digital Link 1.0 allowed in place of numbers. */
const oldNames: Readonly<Record<string, string>> = {
  sscc: '00',
  gtin: '01',
  gdti: '253',
  gcn: '255',
  ginc: '401',
  gsin: '402',
  gln: '414',
  party: '417',
  grai: '8003',
  giai: '8004',
  itip: '8006',
  cpid: '8010',
  gsrnp: '8017',
  gsrn: '8018',
  cpv: '22',
  lot: '10',
  ser: '21',
}
const number = (name: string) => (Object.hasOwn(oldNames, name) ? oldNames[name]! : name)
const longest = 2000

/** Most identifiers that arrive are canonical already. */
const canonical =
  /^https:\/\/id\.gs1\.org\/(?:01\/\d{14}(?:\/(?:21|10)\/[A-Za-z0-9._-]+)?|00\/\d{18}|414\/\d{13}(?:\/254\/[A-Za-z0-9._-]+)?|417\/\d{13}|253\/\d{13}[A-Za-z0-9._-]{0,17})$/

function fromDigitalLink(uri: string): string | undefined {
  const end = uri.search(/[?#]/)
  const segments = (end < 0 ? uri : uri.slice(0, end)).split('/')
  if (segments.at(-1) === '') segments.pop()
  // The right-most possible key wins, since a stem may look like one (GS1 Digital Link URI Syntax, section 4.9).
  for (let at = segments.length - 2; at >= 3; at -= 1) {
    const name = number(segments[at]!)
    const key = Object.hasOwn(keys, name) ? keys[name] : undefined
    const value = segments[at + 1]!
    if (!key?.value.test(value) || (segments.length - at) % 2 !== 0) continue
    const written = fromPath(name === '01' ? value.padStart(14, '0') : value)
    if (written === undefined) return undefined
    const qualifiers = new Map<string, string>()
    for (let next = at + 2; next < segments.length; next += 2) {
      const ai = number(segments[next]!)
      if (!key.finest.includes(ai) && !key.dropped?.includes(ai)) return undefined
      qualifiers.set(ai, segments[next + 1]!)
    }
    const finest = key.finest.find((ai) => qualifiers.has(ai))
    if (finest === undefined) return `${name}/${written}`
    const qualifier = fromPath(qualifiers.get(finest)!)
    return qualifier === undefined ? undefined : `${name}/${written}/${finest}/${qualifier}`
  }
  return undefined
}

/**
 * One spelling for every way to write a GS1 key: EPC URIs, EPC class and pattern URIs and Digital Links of any domain become the constrained
 * Digital Link on `id.gs1.org` that identifies most finely, without query string. Anything else comes back as it is.
 * Source: CBV 2.0, Event Hash ID, rules 17 and 18.
 *
 * @example canonicalIdentifier('urn:epc:id:sgtin:0614141.107346.2017') // 'https://id.gs1.org/01/10614141073464/21/2017'
 * @example canonicalIdentifier('https://example.vn/gtin/8938501234568/10/L1?17=271231') // 'https://id.gs1.org/01/08938501234568/10/L1'
 * @example canonicalIdentifier('https://example.org/po/12') // 'https://example.org/po/12'
 */
export function canonicalIdentifier(uri: string): string {
  if (uri.length > longest) return uri
  if (uri.startsWith('urn:epc:')) return withBase(fromEpcUri(uri)) ?? uri
  if (!uri.startsWith('http') || canonical.test(uri) || !/^https?:\/\//.test(uri)) return uri
  return withBase(fromDigitalLink(uri)) ?? uri
}

const withBase = (path: string | undefined) => (path === undefined ? undefined : base + path)

/** Splits at the first `times` marks; the rest stays whole. */
function splitAt(text: string, mark: string, times: number): string[] {
  const parts: string[] = []
  let from = 0
  for (let count = 0; count < times; count += 1) {
    const at = text.indexOf(mark, from)
    if (at < 0) break
    parts.push(text.slice(from, at))
    from = at + 1
  }
  parts.push(text.slice(from))
  return parts
}

function splitLast(text: string, mark: string): [string, string?] {
  const at = text.lastIndexOf(mark)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
