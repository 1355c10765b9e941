import { canonicalIdentifier } from '../hash/identifier.ts'
import type { EpcPattern } from './query.ts'

// EPCIS 2.0 section 8.2.7.1.1: a parameter value matches an EPC if it is the same, or if it is a pure identity pattern (EPC Tag Data Standard,
// section 8) that includes it. Patterns are translated to what the canonical Digital Link of a match looks like.

type Layout = { key: string; digits: number; indicatorFirst?: boolean; checked: boolean; before?: string; tail?: string }

const layouts: Readonly<Record<string, Layout>> = {
  sgtin: { key: '01', digits: 13, indicatorFirst: true, checked: true, tail: '/21/' },
  lgtin: { key: '01', digits: 13, indicatorFirst: true, checked: true, tail: '/10/' },
  upui: { key: '01', digits: 13, indicatorFirst: true, checked: true, tail: '/235/' },
  sscc: { key: '00', digits: 17, indicatorFirst: true, checked: true },
  sgln: { key: '414', digits: 12, checked: true, tail: '' },
  pgln: { key: '417', digits: 12, checked: true },
  grai: { key: '8003', digits: 12, checked: true, before: '0', tail: '' },
  gdti: { key: '253', digits: 12, checked: true, tail: '' },
  sgcn: { key: '255', digits: 12, checked: true, tail: '' },
  gsrn: { key: '8018', digits: 17, checked: true },
  gsrnp: { key: '8017', digits: 17, checked: true },
  gsin: { key: '402', digits: 16, checked: true },
}
/** Schemes whose reference is text of any length after the company prefix. */
const textual: Readonly<Record<string, { key: string; tail: string }>> = {
  giai: { key: '8004', tail: '' },
  ginc: { key: '401', tail: '' },
  cpi: { key: '8010', tail: '/8011/' },
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const isDigits = (text: string) => /^\d+$/.test(text)

function layoutPattern(layout: Layout, company: string, reference: string | undefined, rest: string | undefined): string | undefined {
  const { digits, indicatorFirst = false, checked, before = '', tail } = layout
  let body: string
  if (company === '*') {
    if (reference !== '*') return undefined
    body = `\\d{${digits}}`
  } else if (!/^\d{6,12}$/.test(company)) return undefined
  else if (reference === '*') {
    const open = digits - company.length
    body = indicatorFirst ? `\\d${company}\\d{${open - 1}}` : `${company}\\d{${open}}`
  } else if (reference !== undefined && (isDigits(reference) || reference === '') && company.length + reference.length === digits) {
    body = indicatorFirst ? reference.slice(0, 1) + company + reference.slice(1) : company + reference
  } else return undefined
  const head = `${layout.key}/${before}${body}${checked ? '\\d' : ''}`
  if (tail === undefined) return rest === undefined || rest === '*' ? head : undefined
  if (rest !== '*') return undefined
  // An SGLN may have an extension or none; the others always have their serial number.
  return layout.key === '414' ? `${head}(?:/254/[^/]+)?` : `${head}${escape(tail)}[^/]+`
}

function translate(pattern: string): string | undefined {
  const [, , kind, name = '', ...more] = pattern.split(':')
  const body = more.join(':')
  const [company = '', reference, ...others] = body.split('.')
  const rest = others.length === 0 ? undefined : others.join('.')
  if (kind !== 'idpat' || !body.includes('*')) return undefined
  if (Object.hasOwn(layouts, name)) return layoutPattern(layouts[name]!, company, reference, rest)
  if (name === 'itip') {
    const [piece, total, serial] = others
    const number = (value: string | undefined) => (value === '*' ? '\\d\\d' : /^\d\d$/.test(value ?? '') ? value : undefined)
    const head = layoutPattern({ key: '8006', digits: 13, indicatorFirst: true, checked: true }, company, reference, undefined)
    return head && number(piece) && number(total) && serial === '*' ? `${head}${number(piece)}${number(total)}/21/[^/]+` : undefined
  }
  if (!Object.hasOwn(textual, name)) return undefined
  const { key, tail } = textual[name]!
  if (company !== '*' && !/^\d{6,12}$/.test(company)) return undefined
  const prefix = company === '*' ? '\\d{4}' : company
  if (name !== 'cpi') return reference === '*' && rest === undefined ? `${key}/${prefix}[^/]+` : undefined
  const part = reference === '*' ? '[^/]+' : escape(reference ?? '')
  return rest === '*' ? `${key}/${prefix}${part}${escape(tail)}[^/]+` : undefined
}

/**
 * What a value of a MATCH parameter stands for: an EPC, an EPC class or a pure identity pattern, as URN or Digital Link.
 *
 * @example matches(epcPattern('urn:epc:idpat:sgtin:0614141.107346.*'), 'https://example.org/01/10614141073464/21/7') // true
 * @example matches(epcPattern('urn:epc:id:sgtin:0614141.107346.7'), 'https://id.gs1.org/01/10614141073464/21/7') // true
 */
export function epcPattern(value: string): EpcPattern {
  const exactly = canonicalIdentifier(value)
  const like = value.startsWith('urn:epc:idpat:') ? translate(value) : undefined
  return like === undefined ? { exactly } : { exactly, like: new RegExp(`^https://id\\.gs1\\.org/${like}$`) }
}

/** Whether an EPC or an EPC class, in whatever form, is what the pattern stands for. */
export function matches(pattern: EpcPattern, identifier: string): boolean {
  const canonical = canonicalIdentifier(identifier)
  return canonical === pattern.exactly || ('like' in pattern && pattern.like.test(canonical))
}
