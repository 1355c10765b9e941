import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { canonicalDigitalLink } from './build-digital-link.ts'
import { checkDigit } from './check-digit.ts'
import { ruleOf } from './dictionary.ts'
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

/** EPC Tag Data Standard 2.0, section 6.3.1 and table A-1: what else a value may have stands as `%XX`. */
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
  const [, kind, name, rest] = /^urn:epc:(id|idpat|class):([a-z]+):(\S*)$/.exec(urn) ?? []
  if (kind === undefined || name === undefined || rest === undefined) return refuse('epc-not-an-epc')
  const scheme = epcSchemes.find((candidate) => candidate.scheme === name)
  if (!scheme || (kind === 'class') !== (scheme.isClass === true)) return refuse('epc-scheme', { scheme: name })
  const isPattern = kind === 'idpat'
  // Only "all things of this key" has a Digital Link; wider patterns, and one of no serial number, have none.
  if (isPattern && !(scheme.hasPattern && /^[^*]*\.\*$/.test(rest))) return refuse('epc-pattern', { pattern: rest })
  const read = readParts(scheme, rest)
  return read.ok ? sayAsLink(scheme, read.value, isPattern) : read
}

type Parts = { body: string; between: string; last: string | undefined }

/** Takes a URN apart: company prefix and reference make the body of the key; the last part is the serial number, where the scheme has one. */
function readParts(scheme: EpcScheme, rest: string): Outcome<Parts, EpcRefusal> {
  const widths = scheme.parts ?? []
  const expected = 2 + widths.length + (scheme.serial ? 1 : 0)
  const given = splitInto(expected, rest)
  if (given.length !== expected) return refuse('epc-parts', { scheme: scheme.scheme, expected, given: given.length })
  const decoded: string[] = []
  for (const part of given) {
    const text = plainInUrns.test(part) ? percentDecode(part) : undefined
    if (text === undefined) return refuse('epc-characters', { part })
    decoded.push(text)
  }
  const [prefix = '', reference = '', ...more] = decoded
  if (!/^\d{6,12}$/.test(prefix)) return refuse('epc-company-prefix', { prefix })
  const body = bodyOf(scheme, prefix, reference)
  if (body === undefined) return refuse('epc-reference', { reference })
  const between = more.slice(0, widths.length)
  if (between.some((part, place) => part.length !== widths[place])) return refuse('epc-reference', { reference: between.join('.') })
  return done({ body, between: between.join(''), last: scheme.serial && decoded.at(-1) })
}

/** The last part keeps its dots: they are characters of a serial number. */
function splitInto(count: number, text: string): string[] {
  const parts = text.split('.')
  return parts.length <= count ? parts : [...parts.slice(0, count - 1), parts.slice(count - 1).join('.')]
}

/** Prefix and reference as the key has them, with the check digit; undefined for a reference that does not fit. */
function bodyOf({ digits, leads, filler = '' }: EpcScheme, prefix: string, reference: string): string | undefined {
  if (digits === undefined) return reference === '' ? undefined : prefix + reference
  if (!/^\d*$/.test(reference) || prefix.length + reference.length !== digits) return undefined
  const body = leads ? reference.slice(0, 1) + prefix + reference.slice(1) : prefix + reference
  return filler + body + checkDigit(body)
}

function sayAsLink({ ai, serial }: EpcScheme, { body, between, last }: Parts, isPattern: boolean): Outcome<string, EpcRefusal> {
  const number = isPattern ? undefined : last
  if (number === '') return refuse('epc-value', { ai: serial!.in === 'key' ? ai : serial!.in, reason: { code: 'element-empty' } })
  const isInKey = serial?.in === 'key'
  const key: Element = { ai, value: body + between + (isInKey ? (number ?? '') : '') }
  const isSaid = number !== undefined && !isInKey && number !== serial?.absent
  const qualifiers: Element[] = isSaid ? [{ ai: serial!.in, value: number }] : []
  for (const element of [key, ...qualifiers]) {
    const reason = faultOf(ruleOf(element.ai)!, element.value)
    if (reason) return refuse('epc-value', { ai: element.ai, reason })
  }
  return done(canonicalDigitalLink({ key, qualifiers }))
}
