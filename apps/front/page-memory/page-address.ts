import { province } from '@dacsan/modules/province'

/** Of each kind of page that everybody sees alike: the shape of its path behind the language, and the parameters that it reads. */
const kinds: readonly { path: RegExp; parameters: readonly string[] }[] = [
  { path: /^\/$/, parameters: [] },
  // In the order in which the register itself writes them.
  {
    path: /^\/san-pham$/,
    parameters: ['q', 'sao', 'giay', 'ban', 'gia', 'giao', 'nhom', 'bo', 'xa', 'huyen', 'chu-the', 'gan', 'xep', 'trang'],
  },
  { path: /^\/san-pham\/[^/]+$/, parameters: [] },
  { path: /^\/chu-the\/[^/]+$/, parameters: [] },
  { path: /^\/giay-chung-nhan$/, parameters: ['q'] },
  { path: /^\/giay-chung-nhan\/[^/]+$/, parameters: [] },
  { path: /^\/t\/[^/]+$/, parameters: [] },
  // Production, packaging, best before and expiry dates that a GS1 Digital Link carries: the links to other languages keep them.
  // But for a single unit, whose page says how often it was scanned, and by whom it is now.
  { path: /^\/01\/(?!.*\/21\/).+$/, parameters: ['11', '13', '15', '17'] },
  { path: /^\/sitemap\.xml$/, parameters: [] },
]

const longest = 500

/**
 * The one address under which a page is rendered and kept, or null for a page that is never kept. Parameters that the page does not read, empty and
 * repeated ones fall away; the others stand in one order: whoever adds to an address neither fills the memory nor sees another page.
 *
 * @example pageAddress('/san-pham?utm_source=zalo&trang=2&q=dừa') // '/san-pham?q=d%E1%BB%ABa&trang=2'
 */
export function pageAddress(url: string): string | null {
  if (url.length > longest) return null
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  if (path.endsWith('/__data.json')) return null
  const kind = kindOf(path)
  if (!kind) return null
  if (mark < 0 || kind.parameters.length === 0) return path
  const asked = new URLSearchParams(url.slice(mark + 1))
  const read = kind.parameters.flatMap((name) => (asked.get(name) ? [[name, asked.get(name)!]] : []))
  return read.length === 0 ? path : `${path}?${new URLSearchParams(read)}`
}

function kindOf(path: string) {
  const [, first = ''] = path.split('/', 2)
  const isLanguage = first !== 'vi' && (province().site.languages as readonly string[]).includes(first)
  const behind = isLanguage ? path.slice(first.length + 1) || '/' : path
  return kinds.find((kind) => kind.path.test(behind))
}
