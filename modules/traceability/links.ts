import type { Ctx } from '../context.ts'
import { province } from '../province/index.ts'
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

/** A link type of the GS1 Web Vocabulary. */
export type LinkType = 'defaultLink' | 'traceability' | 'pip' | 'certificationInfo' | 'recallStatus' | 'support'
export type CodeLink = { type: LinkType; target: LinkTarget }

/** What a code names. */
export type CodeItem = { product: string; producer: string; lot: string | null }

/** The links of one code. The first is the default. */
export type ItemLinks = { item: CodeItem; links: readonly CodeLink[] }
/** `product`: its GTIN alone, where the code names a lot of it. */
export type CodeLinks = ItemLinks & { product: (ItemLinks & { gtin: string }) | null }

/** The links that a code leads to; null for a code that was not issued here. */
export async function findLinks(ctx: Pick<Ctx, 'db' | 'now'>, key: ScanKey): Promise<CodeLinks | null> {
  const answer = await findScan(ctx, key)
  if (!answer.known) return null
  const { scan } = answer
  const { gtin } = scan.product
  const above = scan.lot && gtin !== null ? await findScan(ctx, { gtin }) : null
  return { ...linksOf(scan), product: above?.known && gtin !== null ? { gtin, ...linksOf(above.scan) } : null }
}

function linksOf({ code, product, producer, lot, certificate }: Scan): ItemLinks {
  const scan = { to: 'scan', code } as const
  const links: CodeLink[] = [
    { type: 'defaultLink', target: scan },
    { type: 'traceability', target: scan },
  ]
  if (product.slug !== null) links.push({ type: 'pip', target: { to: 'product', slug: product.slug } })
  if (certificate.code !== null) links.push({ type: 'certificationInfo', target: { to: 'certificate', code: certificate.code } })
  if (lot) links.push({ type: 'recallStatus', target: { to: 'recall', code } })
  links.push({ type: 'support', target: { to: 'doubt', code } })
  return { item: { product: product.name, producer: producer.name, lot: lot && lot.number }, links }
}
