import type { Ctx } from '../context.ts'
import { province } from '../province/index.ts'
import { findScan } from './find-scan.ts'
import type { ScanKey } from './find-scan.ts'
import type { Scan } from './rules.ts'

/** One link of a code: a link type of the GS1 Web Vocabulary and a path on this site. */
export type CodeLink = { type: string; path: string; title: string; hreflang?: string }

/** The links of a code that is known. The first is the default; `product` is its GTIN alone, where the code names a lot of it. */
export type CodeLinks = {
  title: string
  links: readonly CodeLink[]
  product: { gtin: string; title: string; links: readonly CodeLink[] } | null
}

type Reader = Pick<Ctx, 'db' | 'now'>

/** The links that a code leads to; null for a code of nobody here. */
async function linksOf(ctx: Reader, key: ScanKey): Promise<CodeLinks | null> {
  const answer = await findScan(ctx, key)
  if (!answer.known) return null
  const { scan } = answer
  const { gtin } = scan.product
  const above = scan.lot && gtin !== null ? await findScan(ctx, { gtin }) : null
  return { ...describe(scan), product: above?.known && gtin !== null ? { gtin, ...describe(above.scan) } : null }
}

const prefix = { vi: '', en: '/en', km: '/km' } as const
const titles = {
  traceability: { vi: 'Thông tin truy xuất', en: 'Traceability information', km: 'ព័ត៌មានតាមដានប្រភព' },
  pip: { vi: 'Trang sản phẩm', en: 'Product page', km: 'ទំព័រផលិតផល' },
} as const

function describe({ code, product, producer, lot, certificate }: Scan): Omit<CodeLinks, 'product'> {
  const page = `/t/${code}`
  const spoken = (type: keyof typeof titles, path: string): CodeLink[] =>
    province().site.languages.map((lang) => ({ type, path: prefix[lang] + path, title: titles[type][lang], hreflang: lang }))
  const links: CodeLink[] = [{ type: 'defaultLink', path: page, title: titles.traceability.vi }, ...spoken('traceability', page)]
  if (product.slug !== null) links.push(...spoken('pip', `/san-pham/${product.slug}`))
  if (certificate.code !== null)
    links.push({ type: 'certificationInfo', path: `/giay-chung-nhan/${certificate.code}`, title: 'Giấy chứng nhận OCOP' })
  if (lot) links.push({ type: 'recallStatus', path: `${page}#thu-hoi`, title: 'Tình trạng thu hồi của lô' })
  links.push({ type: 'support', path: `/phan-anh?ma=${code}`, title: 'Báo điều nghi ngờ' })
  return { title: `${product.name}, ${producer.name}${lot ? `, lô ${lot.number}` : ''}`, links }
}

/** Links are asked for by machines, many times a second. A certificate that is withdrawn must be told within one, whichever process recorded it. */
const keptMs = 900
const mostKept = 5_000
type Kept = { links: Promise<CodeLinks | null>; known?: CodeLinks; until: number }
const kept = new Map<string, Kept>()

/** {@link linksOf}, from memory where the same path was asked for within the last moments. */
export function keptLinksOf(ctx: Reader, key: ScanKey, path: string): Promise<CodeLinks | null> {
  const now = performance.now()
  const found = kept.get(path)
  if (found && found.until > now) return found.links
  // Counted from before the question: what changes while it is answered is not missed for longer. Who asks meanwhile waits for the same answer.
  const entry: Kept = { links: linksOf(ctx, key), until: now + keptMs }
  // The oldest goes first: who asks for thousands of invented codes crowds out nothing for long.
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
  kept.delete(path)
  kept.set(path, entry)
  entry.links.then(
    (links) => (entry.known = links ?? undefined),
    () => kept.get(path) === entry && kept.delete(path),
  )
  return entry.links
}

/** The links that {@link keptLinksOf} has in memory for a path, without waiting. The same object as long as they are kept. */
export function linksInMemory(path: string): CodeLinks | undefined {
  const found = kept.get(path)
  return found && found.until > performance.now() ? found.known : undefined
}

/** After a change that a machine must see at once. */
export function forgetLinks(): void {
  kept.clear()
}
