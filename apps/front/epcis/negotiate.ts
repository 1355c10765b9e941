import type { IncomingHttpHeaders } from 'node:http'
import { parseExtensionsHeader } from '@dacsan/epcis/query'
import type { EpcFormat, Namespaces } from '@dacsan/epcis'
import type { CbvXmlFormat } from '@dacsan/epcis/xml'
import Negotiator from 'negotiator'

/** What we speak: EPCIS 2.0 and CBV 2.0, no other. */
export const version = '2.0.0'

/** The headers of every answer (EPCIS 2.0 section 12.3). */
export const versionHeaders = { 'gs1-epcis-version': version, 'gs1-cbv-version': version } as const
/** What OPTIONS adds to them. */
export const discoveryHeaders = {
  'gs1-epcis-min': version,
  'gs1-epcis-max': version,
  'gs1-cbv-min': version,
  'gs1-cbv-max': version,
  'gs1-epc-format': 'Always_GS1_Digital_Link',
  'gs1-cbv-xml-format': 'Always_Web_URI',
  'gs1-vendor-version': version,
} as const

const epcFormats: readonly EpcFormat[] = ['No_Preference', 'Always_GS1_Digital_Link', 'Always_EPC_URN', 'Never_Translates']
const cbvFormats: readonly CbvXmlFormat[] = ['No_Preference', 'Always_Web_URI', 'Always_URN', 'Never_Translates']

const textOf = (headers: IncomingHttpHeaders, name: string) => {
  const value = headers[name]
  return typeof value === 'string' ? value.trim() : undefined
}

/** `2.0` and `2.0.0` as numbers; `null` for what is no version. */
function partsOf(text: string): [number, number, number] | null {
  const [, major, minor, patch = '0'] = /^(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?$/.exec(text) ?? []
  return major === undefined ? null : [Number(major), Number(minor), Number(patch)]
}
const ours = partsOf(version)!
const compare = (one: readonly number[], other: readonly number[]) =>
  one.map((part, at) => part - other[at]!).find((part) => part !== 0) ?? 0

/** Why the versions that somebody asks for cannot be answered; `undefined` where they can. */
export function versionFault(headers: IncomingHttpHeaders): string | undefined {
  for (const standard of ['epcis', 'cbv']) {
    for (const [name, holds] of [
      [`gs1-${standard}-version`, (asked: number) => asked === 0],
      [`gs1-${standard}-min`, (asked: number) => asked <= 0],
      [`gs1-${standard}-max`, (asked: number) => asked >= 0],
    ] as const) {
      const text = textOf(headers, name)
      if (text === undefined) continue
      const asked = partsOf(text)
      if (asked === null || !holds(compare(asked, ours))) return `${name}: ${text} is asked for, ${version} is what there is`
    }
  }
  return undefined
}

export type Wanted = {
  media: 'application/json' | 'application/ld+json' | 'application/xml'
  epcFormat: EpcFormat
  cbvFormat: CbvXmlFormat
  namespaces: Namespaces
}

/** In which form somebody wants events, or why that cannot be. */
export function wantedForm(headers: IncomingHttpHeaders, { xml = true } = {}): Wanted | string {
  const offered = ['application/json', 'application/ld+json', ...(xml ? ['application/xml', 'text/xml'] : [])]
  const media = new Negotiator({ headers }).mediaType(offered)
  if (media === undefined) return `Accept: one of ${offered.join(', ')} is what there is`
  const epcFormat = oneOf(headers, 'gs1-epc-format', epcFormats, 'Always_GS1_Digital_Link')
  const cbvFormat = oneOf(headers, 'gs1-cbv-xml-format', cbvFormats, 'No_Preference')
  if (epcFormat === undefined) return `GS1-EPC-Format: one of ${epcFormats.join(', ')} is expected`
  if (cbvFormat === undefined) return `GS1-CBV-XML-Format: one of ${cbvFormats.join(', ')} is expected`
  return {
    media: media === 'text/xml' ? 'application/xml' : (media as Wanted['media']),
    epcFormat,
    cbvFormat,
    namespaces: extensionsOf(headers),
  }
}

/** The prefixes that a request declares for its parameters. */
export const extensionsOf = (headers: IncomingHttpHeaders): Namespaces => parseExtensionsHeader(textOf(headers, 'gs1-extensions') ?? '')

function oneOf<Value extends string>(
  headers: IncomingHttpHeaders,
  name: string,
  known: readonly Value[],
  otherwise: Value,
): Value | undefined {
  const text = textOf(headers, name)
  return text === undefined ? otherwise : known.find((value) => value === text)
}
