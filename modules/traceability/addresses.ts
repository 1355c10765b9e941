import { buildDigitalLink } from '@dacsan/gs1'
import type { PlainDate } from '@dacsan/vietnam'
import type { MaterialLotId } from './rules/ids.ts'

/** Where the platform is reached: `https://dacsan.vn`. */
export type Site = { origin: string }

export type LabelledLot = { gtin: string | null; number: string; traceCode: string }

/** What a label says besides its lot: the number of the unit, and the last day of use for tills that refuse goods past it (GS1 alone has a place for it). */
export type OnLabel = { serial?: string; expiresOn?: PlainDate | null }

/**
 * What the symbol on a label says. A GS1 Digital Link where the product owns a GTIN; where it has none, an address of ours under `/t/`,
 * which claims no number that GS1 gives out.
 */
export function scanAddress({ origin }: Site, lot: LabelledLot, { serial, expiresOn = null }: OnLabel = {}): string {
  // The register takes no GTIN whose check digit is wrong: @dacsan/gs1 read it when it was entered, and builds no link of another.
  if (lot.gtin !== null)
    return buildDigitalLink({
      domain: origin,
      key: { ai: '01', value: lot.gtin },
      qualifiers: [{ ai: '10', value: lot.number }, ...(serial === undefined ? [] : [{ ai: '21', value: serial }])],
      attributes: expiresOn === null ? [] : [{ ai: '17', value: expiresOn.slice(2).replaceAll('-', '') }],
    })
  return `${origin}/t/${lot.traceCode}${serial === undefined ? '' : `/${serial}`}`
}

const gs1 = 'https://id.gs1.org'

/**
 * What events call the goods of a lot: a class of EPCIS. With a GTIN, that of the pack, it is GS1's own name; without one, the address that the label says.
 *
 * @example lotUri({ origin: 'https://dacsan.vn' }, { gtin: null, number: 'L1', traceCode: 'T4BZJW9X' }) // 'https://dacsan.vn/t/T4BZJW9X'
 */
export function lotUri(site: Site, lot: { gtin: string | null; number: string; traceCode: string }): string {
  return scanAddress(lot.gtin === null ? site : { origin: gs1 }, lot)
}

/**
 * What events call a place.
 *
 * @example placeUri({ origin: 'https://dacsan.vn' }, { gln: null, code: 'xuong-1' }) // 'https://dacsan.vn/noi/xuong-1'
 */
export function placeUri({ origin }: Site, place: { gln: string | null; code: string }): string {
  return place.gln === null ? `${origin}/noi/${encodeURIComponent(place.code)}` : `${gs1}/414/${place.gln}`
}

/** What events call one purchase of a raw material: a class of EPCIS. Nothing that is public stands there. */
export const materialUri = ({ origin }: Site, id: MaterialLotId): string => `${origin}/nguyen-lieu/${id}`

/** Short enough to type off the label when the symbol is torn; leads to the same page. */
export function shortAddress({ origin }: Site, lot: { traceCode: string }): string {
  return `${new URL(origin).host}/t/${lot.traceCode}`
}
