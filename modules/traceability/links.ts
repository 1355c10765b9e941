import type { ReadDb } from '../context.ts'
import { findScan } from './find-scan.ts'
import type { ScanKey } from './find-scan.ts'
import type { Scan } from './rules.ts'

/** One link of a code: a link type of the GS1 Web Vocabulary and a path on this site. */
export type CodeLink = { type: string; path: string; title: string; hreflang?: readonly string[] }
export type CodeLinks = { title: string; links: readonly CodeLink[] }

const languages = ['vi', 'en', 'km'] as const
const prefix = { vi: '', en: '/en', km: '/km' } as const

/** The links that a known code leads to; null for a code of nobody here. `path` is the code's own address without language. */
export async function linksOf(db: ReadDb, key: ScanKey, path: string): Promise<CodeLinks | null> {
  const answer = await findScan(db, key)
  return answer.known ? describe(answer.scan, path) : null
}

function describe({ product, producer, lot, certificate }: Scan, path: string): CodeLinks {
  const links: CodeLink[] = [{ type: 'defaultLink', path, title: `${product.name}: thông tin truy xuất` }]
  for (const lang of languages) links.push({ type: 'traceability', path: prefix[lang] + path, title: titles.traceability[lang], hreflang: [lang] })
  if (product.slug)
    for (const lang of languages)
      links.push({ type: 'pip', path: `${prefix[lang]}/san-pham/${product.slug}`, title: titles.pip[lang], hreflang: [lang] })
  if (certificate.code) links.push({ type: 'certificationInfo', path: `/giay-chung-nhan/${certificate.code}`, title: 'Giấy chứng nhận OCOP' })
  if (lot) links.push({ type: 'recallStatus', path: `${path}#thu-hoi`, title: 'Tình trạng thu hồi của lô' })
  links.push({ type: 'support', path: `/phan-anh?ma=${encodeURIComponent(path)}`, title: 'Báo điều nghi ngờ' })
  return { title: `${product.name}, ${producer.name}${lot ? `, lô ${lot.number}` : ''}`, links }
}

const titles = {
  traceability: { vi: 'Thông tin truy xuất', en: 'Traceability information', km: 'ព័ត៌មានតាមដានប្រភព' },
  pip: { vi: 'Trang sản phẩm', en: 'Product page', km: 'ទំព័រផលិតផល' },
} as const

/** Links are asked for by machines, many times a second; a few seconds old is soon enough for what they say. */
const keptMs = 10_000
const mostKept = 5_000
const kept = new Map<string, { links: CodeLinks | null; until: number }>()

/** {@link linksOf} from memory where it was asked within the last seconds. */
export async function keptLinksOf(db: ReadDb, key: ScanKey, path: string, now: number): Promise<CodeLinks | null> {
  const found = kept.get(path)
  if (found && found.until > now) return found.links
  const links = await linksOf(db, key, path)
  // The oldest goes first: who asks for thousands of invented codes crowds out nothing for long.
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value!)
  kept.delete(path)
  kept.set(path, { links, until: now + keptMs })
  return links
}

/** After a change that a machine must see at once. */
export function forgetLinks(): void {
  kept.clear()
}
