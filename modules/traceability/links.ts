import { canonicalDigitalLink } from '@dacsan/gs1'
import type { ProductId } from '../catalogue/rules.ts'
import type { Ctx } from '../context.ts'
import type { LabelledLot } from './addresses.ts'
import { findScan } from './find-scan.ts'
import type { ScanKey } from './find-scan.ts'
import type { Scan } from './rules.ts'

/** What a link of a code points at; whoever serves it knows the address and the words. */
export type LinkTarget =
  | { to: 'scan'; code: string }
  | { to: 'recall'; code: string }
  | { to: 'product'; slug: string }
  | { to: 'certificate'; code: string }
  | { to: 'doubt'; code: string }
  | { to: 'events-of'; lot: LabelledLot }
  | { to: 'events-at'; place: { gln: string | null; code: string } }
  | { to: 'place'; code: string }
  | { to: 'place-data'; code: string }

/** A link type of the GS1 Web Vocabulary. */
export type LinkType =
  | 'defaultLink'
  | 'traceability'
  | 'pip'
  | 'certificationInfo'
  | 'recallStatus'
  | 'support'
  | 'epcis'
  | 'locationInfo'
  | 'masterData'
export type CodeLink = { type: LinkType; target: LinkTarget }

/** What a code names. */
export type CodeItem = { product: string; producer: string; lot: string | null }

/** The links of a lot or a product of ours. `code`: its trace code; `gs1`: the path of its GS1 key, null where it has none. */
export type ItemLinks = { code: string; gs1: string | null; productId: ProductId; item: CodeItem; links: readonly CodeLink[] }

/**
 * The links that a code leads to: those of the lot, then those of its product; none for a code that was not issued here. A lot, variant or serial
 * number that nobody gave out leads where the level above it leads (GS1-Conformant resolver standard 1.2, 2.5.9); the scan page says what it is.
 */
export async function findLinks(ctx: Pick<Ctx, 'db' | 'now'>, key: ScanKey): Promise<ItemLinks[]> {
  const answer = await findScan(ctx, 'traceCode' in key ? key : { gtin: key.gtin, lot: key.lot })
  if (answer.known) {
    const { lot, product } = answer.scan
    if (!lot) return [linksOf(answer.scan)]
    // Each pack is a thing of its own: what stands above a lot is the pack that was asked for.
    const above = product.gtin === null ? { traceCode: product.traceCode } : { gtin: product.gtin }
    return [linksOf(answer.scan), ...(await linksOfProductAt(ctx, above))]
  }
  return 'traceCode' in key || key.lot === undefined ? [] : linksOfProductAt(ctx, { gtin: key.gtin })
}

async function linksOfProductAt(ctx: Pick<Ctx, 'db' | 'now'>, key: ScanKey): Promise<ItemLinks[]> {
  const answer = await findScan(ctx, key)
  return answer.known ? [linksOf(answer.scan)] : []
}

function linksOf({ code, product, producer, lot, certificate }: Scan): ItemLinks {
  const scan = { to: 'scan', code } as const
  const links: CodeLink[] = [
    { type: 'defaultLink', target: scan },
    { type: 'traceability', target: scan },
  ]
  if (product.slug !== null) links.push({ type: 'pip', target: { to: 'product', slug: product.slug } })
  if (certificate.code !== null) links.push({ type: 'certificationInfo', target: { to: 'certificate', code: certificate.code } })
  if (lot) {
    links.push({ type: 'recallStatus', target: { to: 'recall', code } })
    // Events name lots in their packs; a single unit has those of its lot.
    links.push({ type: 'epcis', target: { to: 'events-of', lot: { gtin: product.gtin, number: lot.number, traceCode: lot.traceCode } } })
  }
  links.push({ type: 'support', target: { to: 'doubt', code } })
  return {
    code,
    gs1: product.gtin === null ? null : gs1PathOf(product.gtin, lot?.number),
    productId: product.id,
    item: { product: product.name, producer: producer.name, lot: lot && lot.number },
    links,
  }
}

/** The register and the lots took these only after @dacsan/gs1 had read them. */
function gs1PathOf(gtin: string, lot?: string): string {
  const qualifiers = lot === undefined ? [] : [{ ai: '10', value: lot }]
  return new URL(canonicalDigitalLink({ key: { ai: '01', value: gtin }, qualifiers })).pathname
}
