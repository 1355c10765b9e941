import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { parseDigitalLink } from './digital-link.ts'
import type { DigitalLink, DigitalLinkRefusal } from './digital-link.ts'
import { epcSchemes } from './epc-schemes.ts'
import type { EpcScheme } from './epc-schemes.ts'

/** Why a Digital Link cannot be said as an EPC URI. */
export type LinkToEpcRefusal =
  | DigitalLinkRefusal
  | { code: 'epc-none'; ais: readonly string[] }
  | { code: 'epc-company-prefix-length'; length: number | undefined }

/** How long the company prefix at the beginning of a key is, where that is looked up: see {@link companyPrefixLengths}. */
export type CompanyPrefixLength = number | ((digits: string) => number | undefined)

/** EPC Tag Data Standard 2.0, table A-1: these stand in a URN as `%XX` only. */
const escapedInUrns = /["#%&/<>?]/g

/**
 * Says a Digital Link as an EPC URI. What names one thing gives `urn:epc:id:`, a lot `urn:epc:class:lgtin:`, a key without the serial number that it
 * could have a pattern with `*`. Attributes are not part of an EPC; neither are a variant or a lot where the serial number already tells the thing.
 * Source: CBV 2.0, section 8; EPC Tag Data Standard 2.0, sections 6 and 7.
 *
 * @param companyPrefixLength how many digits the company prefix has (6 to 12), or a function that looks it up from the digits it begins
 * @example digitalLinkToEpc('https://id.example.vn/01/18933043839551/21/A%2FB', 7) // { ok: true, value: 'urn:epc:id:sgtin:8933043.183955.A%2FB' }
 * @example digitalLinkToEpc('https://id.example.vn/8013/1987654Ad4X4bL5ttr2310c2K', 7) // { ok: false, refusal: { code: 'epc-none', ais: ['8013'] } }
 */
export function digitalLinkToEpc(uri: string, companyPrefixLength: CompanyPrefixLength): Outcome<string, LinkToEpcRefusal> {
  const read = parseDigitalLink(uri)
  if (!read.ok) return read
  const { key, qualifiers } = read.value
  const found = schemeFor(read.value)
  if (!found) return refuse('epc-none', { ais: [key, ...qualifiers].map(({ ai }) => ai) })
  const { scheme } = found
  const { lead, digits, parts, serialInKey } = takeApart(scheme, key.value)
  const length = typeof companyPrefixLength === 'number' ? companyPrefixLength : companyPrefixLength(digits)
  const prefix = digits.slice(0, length)
  const reference = lead + digits.slice(prefix.length)
  const hasReference = scheme.digits !== undefined || reference !== ''
  if (length === undefined || prefix.length !== length || !/^\d{6,12}$/.test(prefix) || !hasReference)
    return refuse('epc-company-prefix-length', { length })
  const serial = found.serial ?? serialInKey ?? scheme.serial?.absent
  const isPattern = scheme.serial !== undefined && serial === undefined
  const kind = isPattern ? 'idpat' : scheme.isClass ? 'class' : 'id'
  const last = isPattern ? ['*'] : serial === undefined ? [] : [escape(serial)]
  return done(`urn:epc:${kind}:${scheme.scheme}:${[prefix, escape(reference), ...parts, ...last].join('.')}`)
}

/** The scheme that names what the link names, and the serial number where an AI of its own carries it. */
function schemeFor({ key, qualifiers }: DigitalLink): { scheme: EpcScheme; serial?: string } | undefined {
  const schemes = epcSchemes.filter(({ ai }) => ai === key.ai)
  for (const scheme of schemes) {
    const serial = qualifiers.find(({ ai }) => ai === scheme.serial?.in)?.value
    if (serial !== undefined) return { scheme, serial }
  }
  // A qualifier that no scheme has a place for narrows the thing down: leaving it out would name more than the link does.
  if (qualifiers.length > 0) return undefined
  const scheme = schemes.find(({ hasPattern, serial }) => hasPattern || !serial || serial.absent !== undefined)
  return scheme && { scheme }
}

/** A key without its check digit: the digit before the prefix, if any, all from the prefix on, and what follows the check digit. */
function takeApart({ digits, leads, filler = '', parts = [], serial }: EpcScheme, value: string) {
  if (digits === undefined) return { lead: '', digits: value, parts: [] }
  const start = filler.length + (leads ? 1 : 0)
  const end = filler.length + digits
  let at = end + 1
  const taken = parts.map((width) => value.slice(at, (at += width)))
  const rest = serial?.in === 'key' ? value.slice(at) : ''
  return {
    lead: value.slice(filler.length, start),
    digits: value.slice(start, end),
    parts: taken,
    serialInKey: rest === '' ? undefined : rest,
  }
}

function escape(part: string): string {
  return part.replace(escapedInUrns, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}
