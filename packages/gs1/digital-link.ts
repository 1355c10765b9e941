import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { checkSet82 } from './character-set.ts'
import type { ElementRefusal } from './character-set.ts'
import { isGtin } from './gtin.ts'
import type { Gtin } from './gtin.ts'

/** What a GS1 Digital Link under primary key 01 says. */
export type DigitalLink = {
  gtin: Gtin
  /** AI (22) */
  variant?: string
  /** AI (10) */
  lot?: string
  /** AI (21) */
  serial?: string
  /** Data attributes in the order given: `['17', '271231']`. */
  attributes: readonly (readonly [ai: string, value: string])[]
  /** Query parameters that are no AI (linkType, utm_…): not part of the identity, passed on when redirecting. */
  parameters: readonly (readonly [name: string, value: string])[]
}

export type DigitalLinkRefusal =
  | { code: 'link-scheme' }
  | { code: 'link-host' }
  | { code: 'link-characters' }
  | { code: 'link-encoding'; part: string }
  | { code: 'link-no-key' }
  | { code: 'link-key-not-covered'; key: string }
  | { code: 'link-gtin'; value: string }
  | { code: 'link-qualifiers'; given: readonly string[] }
  | { code: 'link-value'; ai: string; reason: ElementRefusal }
  | { code: 'link-attribute-in-path'; ai: string }
  | { code: 'link-attribute-unknown'; ai: string }
  | { code: 'link-attribute-twice'; ai: string }
  | { code: 'link-date'; ai: string; value: string }

const primaryKeys = new Set([
  '00',
  '01',
  '253',
  '255',
  '401',
  '402',
  '414',
  '415',
  '417',
  '8003',
  '8004',
  '8006',
  '8010',
  '8013',
  '8017',
  '8018',
])
/** The key qualifiers of a GTIN, in the only order allowed. (235 excludes them and is not covered.) */
const qualifiers = [
  { ai: '22', name: 'variant' },
  { ai: '10', name: 'lot' },
  { ai: '21', name: 'serial' },
] as const
const longestQualifier = 20
const longestAttribute = 90
const dates = new Set(['11', '12', '13', '15', '16', '17'])

/**
 * Reads a GS1 Digital Link URI (uncompressed, any host, any path stem) whose primary key is a GTIN. Never throws.
 * The right-most possible primary key wins, as the stem may look like one. Source: GS1 Digital Link URI Syntax 1.6, section 4.
 *
 * @example parseDigitalLink('https://id.example.vn/01/08938501234568/10/A1%2FB?17=271231&linkType=gs1:pip')
 * // { ok: true, value: { gtin: '08938501234568', lot: 'A1/B', attributes: [['17', '271231']], parameters: [['linkType', 'gs1:pip']] } }
 */
export function parseDigitalLink(url: string): Outcome<DigitalLink, DigitalLinkRefusal> {
  const scheme = /^(https?|HTTPS?):\/\//.exec(url)?.[0]
  if (!scheme) return refuse('link-scheme')
  if (!/^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]*$/.test(url)) return refuse('link-characters')
  const rest = url.slice(scheme.length).split('#', 1)[0] ?? ''
  const [beforeQuery = '', query = ''] = splitOnce(rest, '?')
  const [host, path] = splitOnce(beforeQuery, '/')
  if (!host || !/^([A-Za-z0-9\-._~]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?$/.test(host)) return refuse('link-host')

  const segments = (path ?? '').split('/')
  let at = segments.length - 2
  while (at >= 0 && !primaryKeys.has(segments[at] ?? '')) at -= 2
  const key = segments[at]
  if (at < 0 || key === undefined) return refuse('link-no-key')
  if (key !== '01') return refuse('link-key-not-covered', { key })

  const values: [ai: string, value: string][] = []
  for (let place = at; place < segments.length; place += 2) {
    const value = decode(segments[place + 1] ?? '')
    if (value === undefined) return refuse('link-encoding', { part: segments[place + 1] ?? '' })
    values.push([segments[place] ?? '', value])
  }
  const [[, gtin] = ['01', ''], ...qualified] = values
  if (!isGtin(gtin)) return refuse('link-gtin', { value: gtin })

  const link: DigitalLink = { gtin, attributes: [], parameters: [] }
  let next = 0
  for (const [ai, value] of qualified) {
    const place = qualifiers.findIndex((qualifier, index) => index >= next && qualifier.ai === ai)
    const qualifier = qualifiers[place]
    if (!qualifier) return refuse('link-qualifiers', { given: qualified.map(([given]) => given) })
    const checked = checkSet82(value, longestQualifier)
    if (!checked.ok) return refuse('link-value', { ai, reason: checked.refusal })
    link[qualifier.name] = value
    next = place + 1
  }
  return readQuery(link, query)
}

function readQuery(link: DigitalLink, query: string): Outcome<DigitalLink, DigitalLinkRefusal> {
  const attributes: [string, string][] = []
  const parameters: [string, string][] = []
  for (const part of query.split('&').filter((piece) => piece !== '')) {
    const [rawName = '', rawValue] = splitOnce(part, '=')
    const name = decode(rawName.replaceAll('+', ' '))
    const value = decode((rawValue ?? '').replaceAll('+', ' '))
    if (name === undefined || value === undefined) return refuse('link-encoding', { part })
    if (!/^\d+$/.test(name)) {
      parameters.push([name, value])
      continue
    }
    if (name.length < 2 || name.length > 4) return refuse('link-attribute-unknown', { ai: name })
    if (primaryKeys.has(name) || qualifiers.some(({ ai }) => ai === name)) return refuse('link-attribute-in-path', { ai: name })
    if (attributes.some(([ai]) => ai === name)) return refuse('link-attribute-twice', { ai: name })
    const checked = checkSet82(value, longestAttribute)
    if (!checked.ok) return refuse('link-value', { ai: name, reason: checked.refusal })
    if (dates.has(name) && !isShortDate(value)) return refuse('link-date', { ai: name, value })
    attributes.push([name, value])
  }
  return done({ ...link, attributes, parameters })
}

/**
 * Writes a GS1 Digital Link URI. `domain` is a host, or an address with scheme and stem; everything that is not unreserved is percent-encoded.
 * The values must have passed {@link parseGtin}, {@link parseLot} and {@link parseSerial}; a wrong one throws a RangeError.
 *
 * @example buildDigitalLink({ domain: 'id.example.vn', gtin, lot: 'A1/B' }) // 'https://id.example.vn/01/08938501234568/10/A1%2FB'
 */
export function buildDigitalLink(link: {
  domain: string
  gtin: Gtin
  variant?: string
  lot?: string
  serial?: string
  attributes?: DigitalLink['attributes']
}): string {
  const base = (link.domain.includes('://') ? link.domain : `https://${link.domain}`).replace(/\/+$/, '')
  const path = qualifiers.flatMap(({ ai, name }) => (link[name] === undefined ? [] : [ai, encode(link[name])]))
  const query = (link.attributes ?? []).map(([ai, value]) => `${ai}=${encode(value)}`)
  const url = [base, '01', link.gtin, ...path].join('/') + (query.length ? `?${query.join('&')}` : '')
  const read = parseDigitalLink(url)
  if (!read.ok) throw new RangeError(`not a GS1 Digital Link: ${url} (${read.refusal.code})`)
  return url
}

function isShortDate(value: string): boolean {
  const [, year = '', month = '', day = ''] = /^(\d\d)(\d\d)(\d\d)$/.exec(value) ?? []
  if (day === '') return false
  const lastDay = new Date(Date.UTC(2000 + Number(year), Number(month), 0)).getUTCDate()
  // Day 00 means the last day of the month.
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) <= lastDay
}

function encode(value: string): string {
  return encodeURIComponent(value).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)]
}
