import { facetNames } from '@dacsan/modules/catalogue/rules'
import type { FacetName, RegisterFilter } from '@dacsan/modules/catalogue/rules'

/** The words of the register's address: `/san-pham?q=dừa&sao=4&huyen=845`. */
const names = {
  q: 'q',
  stars: 'sao',
  standing: 'giay',
  sale: 'ban',
  price: 'gia',
  delivery: 'giao',
  aisle: 'nhom',
  set: 'bo',
  commune: 'xa',
  district: 'huyen',
  producerKind: 'chu-the',
  near: 'gan',
  sort: 'xep',
  page: 'trang',
} as const satisfies Record<FacetName | 'q' | 'page' | 'near' | 'sort', string>

type Name = keyof typeof names
const all = Object.keys(names) as Name[]

/** What an address asks for, still unread: the register's own schema judges it. */
export function askedIn(search: URLSearchParams): Partial<Record<Name, string>> {
  return Object.fromEntries(all.flatMap((name) => (search.get(names[name]) ? [[name, search.get(names[name])]] : [])))
}

/** The address of the register with this filter changed; a change begins at the first page again. */
export function registerHref(filter: RegisterFilter, change: { [N in keyof RegisterFilter]?: RegisterFilter[N] | string } = {}): string {
  const wanted: Record<string, unknown> = { ...filter, page: undefined, ...change }
  const search = new URLSearchParams(all.flatMap((name) => (wanted[name] === undefined ? [] : [[names[name], String(wanted[name])]])))
  if (search.get(names.page) === '1') search.delete(names.page)
  return search.size === 0 ? '/san-pham' : `/san-pham?${search}`
}

/** The filter as hidden fields of the search form, the words aside. */
export function keptFields(filter: RegisterFilter): Record<string, string> {
  return Object.fromEntries(
    all.flatMap((name) => (name === 'q' || name === 'page' || filter[name] === undefined ? [] : [[names[name], String(filter[name])]])),
  )
}

/** What search engines may keep: the register, and what one facet leaves that says something of the goods themselves. */
const kept = ['stars', 'aisle', 'set', 'commune', 'district'] as const satisfies readonly FacetName[]

/**
 * The one address that stands for a page of the register, and whether search engines may keep it. The order, the neighbourhood and what changes daily make no
 * page of their own: ten facets with as many values would be more addresses than the register has goods.
 *
 * @example registerRules({ aisle: 'food', sort: 'price' }, 1) // { canonical: '/san-pham?nhom=food', index: true }
 */
export function registerRules(filter: RegisterFilter, page: number): { canonical: string; index: boolean } {
  const { sort: _, near: __, ...rest } = filter
  const chosen = facetNames.filter((name) => filter[name] !== undefined)
  const [only] = chosen
  const index = !filter.q && chosen.length < 2 && (only === undefined || kept.some((name) => name === only))
  return { canonical: registerHref(rest, { page }), index }
}
