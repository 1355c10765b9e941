import { buildDigitalLink } from '@dacsan/gs1'

/** Where the platform is reached: `https://dacsan.vn`. */
export type Site = { origin: string }

/**
 * What the symbol on a label says. A GS1 Digital Link where the product owns a GTIN; where it has none, an address of ours under `/t/`,
 * which claims no number that GS1 gives out.
 */
export function scanAddress({ origin }: Site, lot: { gtin: string | null; number: string; traceCode: string }): string {
  // The register takes no GTIN whose check digit is wrong: @dacsan/gs1 read it when it was entered, and builds no link of another.
  if (lot.gtin !== null)
    return buildDigitalLink({ domain: origin, key: { ai: '01', value: lot.gtin }, qualifiers: [{ ai: '10', value: lot.number }] })
  return `${origin}/t/${lot.traceCode}`
}

/** Short enough to type off the label when the symbol is torn; leads to the same page. */
export function shortAddress({ origin }: Site, lot: { traceCode: string }): string {
  return `${new URL(origin).host}/t/${lot.traceCode}`
}
