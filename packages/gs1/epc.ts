import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { canonicalDigitalLink } from './build-digital-link.ts'
import { checkDigit } from './check-digit.ts'
import { ruleOf } from './dictionary.ts'
import { parseDigitalLink } from './digital-link.ts'
import type { DigitalLink, DigitalLinkRefusal } from './digital-link.ts'
import { faultOf } from './element.ts'
import type { Element, ElementRefusal } from './element.ts'
import { epcSchemes } from './epc-schemes.ts'
import type { EpcScheme } from './epc-schemes.ts'
import { percentDecode } from './percent-encoding.ts'

/** Why an EPC URI cannot be said as a Digital Link. */
export type EpcRefusal =
  | { code: 'epc-not-an-epc' }
  | { code: 'epc-scheme'; scheme: string }
  | { code: 'epc-parts'; scheme: string; expected: number; given: number }
  | { code: 'epc-company-prefix'; prefix: string }
  | { code: 'epc-reference'; reference: string }
  | { code: 'epc-characters'; part: string }
  | { code: 'epc-pattern'; pattern: string }
  | { code: 'epc-value'; ai: string; reason: ElementRefusal }

/** Why a Digital Link cannot be said as an EPC URI. */
export type LinkToEpcRefusal =
  | DigitalLinkRefusal
  | { code: 'epc-none'; ais: readonly string[] }
  | { code: 'epc-company-prefix-length'; length: number | undefined }

/** How long the company prefix at the beginning of a key is, where that is looked up: see {@link companyPrefixLengths}. */
export type CompanyPrefixLength = number | ((digits: string) => number | undefined)

const byScheme = new Map(epcSchemes.map((scheme) => [scheme.scheme, scheme]))

/** EPC Tag Data Standard 2.0, table A-1: these stand in a URN as `%XX` only. */
const escapedInUrns = /["#%&/<>?]/g
const plainInUrns = /^(?:[A-Za-z0-9!'()*+,\-.:;=_]|%[0-9A-Fa-f]{2})*$/

/**
 * Says an EPC URI (`urn:epc:id:`, `urn:epc:class:lgtin:`, and `urn:epc:idpat:` with `*` for the serial number) as its canonical Digital Link.
 * Nothing is lost but the length of the company prefix. Source: CBV 2.0, section 8; EPC Tag Data Standard 2.0, sections 6 and 7.
 *
 * @example epcToDigitalLink('urn:epc:id:sgtin:8933043.183955.A%2FB') // { ok: true, value: 'https://id.gs1.org/01/18933043839551/21/A%2FB' }
 * @example epcToDigitalLink('urn:epc:idpat:sgtin:8933043.183955.*') // { ok: true, value: 'https://id.gs1.org/01/18933043839551' }
 * @example epcToDigitalLink('urn:epc:id:gid:1.2.3') // { ok: false, refusal: { code: 'epc-scheme', scheme: 'gid' } }
 */
export function epcToDigitalLink(urn: string): Outcome<string, EpcRefusal> {
  const [, kind, name, rest] = /^urn:epc:(id|idpat|class):([a-z]+):([^\s]*)$/.exec(urn) ?? []
  if (kind === undefined || name === undefined || rest === undefined) return refuse('epc-not-an-epc')
  const scheme = byScheme.get(name)
  if (!scheme || (kind === 'class') !== (scheme.isClass === true)) return refuse('epc-scheme', { scheme: name })
  if (kind === 'idpat' && !rest.endsWith('.*')) return refuse('epc-pattern', { pattern: rest })
  return readUrn(scheme, rest, kind === 'idpat')
}

function readUrn(scheme: EpcScheme, rest: string, isPattern: boolean): Outcome<string, EpcRefusal> {
  const expected = 2 + (scheme.parts?.length ?? 0) + (scheme.serial ? 1 : 0)
  const parts = splitInto(expected, rest)
  if (parts.length !== expected) return refuse('epc-parts', { scheme: scheme.scheme, expected, given: parts.length })
  const [prefix = '', reference = '', ...more] = parts
  if (!/^\d{6,12}$/.test(prefix)) return refuse('epc-company-prefix', { prefix })
  const read = decodeParts(parts)
  if (!read.ok) return read
  const decoded = read.value
  const between = decoded.slice(2, 2 + (scheme.parts?.length ?? 0))
  if (isPattern && (!scheme.hasPattern || more.slice(0, between.length).includes('*') || reference === '*'))
    return refuse('epc-pattern', { pattern: rest })
  if (between.some((part, place) => !/^\d+$/.test(part) || part.length !== scheme.parts![place]))
    return refuse('epc-parts', { scheme: scheme.scheme, expected, given: parts.length })
  const body = bodyOf(scheme, prefix, decoded[1] ?? '')
  if (body === undefined) return refuse('epc-reference', { reference })

  const serial = isPattern || !scheme.serial ? undefined : (decoded.at(-1) ?? '')
  if (serial === '') return refuse('epc-value', { ai: scheme.ai, reason: { code: 'element-empty' } })
  const inKey = scheme.serial?.in === 'key'
  const key: Element = { ai: scheme.ai, value: body + between.join('') + (inKey ? (serial ?? '') : '') }
  const isSaid = scheme.serial && !inKey && serial !== undefined && serial !== scheme.serial.absent
  const qualifiers: Element[] = isSaid ? [{ ai: scheme.serial!.in, value: serial! }] : []
  for (const { ai, value } of [key, ...qualifiers]) {
    const reason = faultOf(ruleOf(ai)!, value)
    if (reason) return refuse('epc-value', { ai, reason })
  }
  return done(canonicalDigitalLink({ key, qualifiers }))
}

/** The last part keeps its dots: they are characters of a serial number. */
function splitInto(count: number, text: string): string[] {
  const parts = text.split('.')
  return parts.length <= count ? parts : [...parts.slice(0, count - 1), parts.slice(count - 1).join('.')]
}

function decodeParts(parts: readonly string[]): Outcome<string[], EpcRefusal> {
  const decoded: string[] = []
  for (const part of parts) {
    const text = plainInUrns.test(part) ? percentDecode(part) : undefined
    if (text === undefined) return refuse('epc-characters', { part })
    decoded.push(text)
  }
  return done(decoded)
}

/** Prefix and reference as the key has them, with the check digit; undefined for a reference that does not fit. */
function bodyOf({ digits, leads, filler = '' }: EpcScheme, prefix: string, reference: string): string | undefined {
  if (digits === undefined) return reference === '' ? undefined : prefix + reference
  if (!/^\d*$/.test(reference) || prefix.length + reference.length !== digits) return undefined
  const body = leads ? reference.slice(0, 1) + prefix + reference.slice(1) : prefix + reference
  return filler + body + checkDigit(body)
}

/**
 * Says a Digital Link as an EPC URI. What names one thing gives `urn:epc:id:`, a lot `urn:epc:class:lgtin:`, a key without the serial number that it
 * could have a pattern with `*`. Attributes are no part of an EPC; neither are a variant or a lot where the serial number already tells the thing.
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
  const { scheme, serial } = found
  const { body, serialInKey, parts } = takeApart(scheme, key.value)
  const length = typeof companyPrefixLength === 'number' ? companyPrefixLength : companyPrefixLength(scheme.leads ? body.slice(1) : body)
  const isWithin = length !== undefined && Number.isInteger(length) && length >= 6 && length <= 12
  if (!isWithin || !/^\d+$/.test(prefixOf(scheme, body, length)) || prefixOf(scheme, body, length).length !== length)
    return refuse('epc-company-prefix-length', { length })
  const prefix = prefixOf(scheme, body, length)
  const reference = scheme.leads ? body.slice(0, 1) + body.slice(1 + length) : body.slice(length)
  if (scheme.digits === undefined && reference === '') return refuse('epc-company-prefix-length', { length })
  const last = scheme.serial ? [serial ?? serialInKey ?? scheme.serial.absent ?? '*'] : []
  const isPattern = scheme.serial !== undefined && (serial ?? serialInKey ?? scheme.serial.absent) === undefined
  const kind = isPattern ? 'idpat' : scheme.isClass ? 'class' : 'id'
  const written = [prefix, reference, ...parts, ...(isPattern ? [] : last)].map(escape)
  return done(`urn:epc:${kind}:${scheme.scheme}:${[...written, ...(isPattern ? last : [])].join('.')}`)
}

/** The scheme that names what the link names, and the serial number where an AI of its own carries it. */
function schemeFor({ key, qualifiers }: DigitalLink): { scheme: EpcScheme; serial?: string } | undefined {
  const schemes = epcSchemes.filter(({ ai }) => ai === key.ai)
  for (const scheme of schemes) {
    const serial = qualifiers.find(({ ai }) => ai === scheme.serial?.in)?.value
    if (serial !== undefined) return { scheme, serial }
  }
  // A qualifier that no scheme has a place for narrows the thing down: leaving it out would name more than the link does.
  const scheme = schemes.find(({ hasPattern, serial }) => hasPattern || !serial || serial.absent !== undefined)
  return scheme && qualifiers.length === 0 ? { scheme } : undefined
}

function takeApart({ digits, filler = '', parts = [], serial }: EpcScheme, value: string) {
  if (digits === undefined) return { body: value, parts: [] }
  const end = filler.length + digits
  let at = end + 1
  const taken = parts.map((length) => value.slice(at, (at += length)))
  const rest = value.slice(at)
  return { body: value.slice(filler.length, end), parts: taken, serialInKey: serial?.in === 'key' && rest !== '' ? rest : undefined }
}

function prefixOf({ leads }: EpcScheme, body: string, length: number): string {
  return leads ? body.slice(1, 1 + length) : body.slice(0, length)
}

function escape(part: string): string {
  return part.replace(escapedInUrns, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}
