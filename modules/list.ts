import { foldText } from '@dacsan/vietnam'
import type { RawBuilder } from 'kysely'
import type { Ctx } from './context.ts'

/** How a column is printed and compared: `text` in Vietnamese order, `choice` in the order of its choices, the others as what they are. */
export type ListKind = 'text' | 'choice' | 'number' | 'money' | 'day' | 'moment'

export type ListColumn = {
  /** The field of the row. */
  key: string
  label: string
  kind: ListKind
  /** What the values of a choice are called, in their order. */
  choices?: Readonly<Record<string, string>>
  /** Too much for the screen: it stands in the file alone. */
  onlyInFile?: boolean
  /** Its sum over the whole view stands below it, on the page and in the file. */
  sum?: boolean
  /** It is never empty: an order by it may follow an index. */
  always?: boolean
}

/** A question that a list can be asked. Its column needs not be shown. */
export type ListFilter = { name: string; label: string; column: string } & (
  | {
      kind: 'choice'
      choices: Readonly<Record<string, string>>
      /** What is said where every value fits. */
      any: string
      /** The choice where none was made; `all` asks for every one then. */
      initial?: string
      /** The column is a JSON array that holds the value, where several may fit one row. */
      holds?: boolean
    }
  /** The first or the last day, in Việt Nam, of a moment or a day. */
  | { kind: 'from' | 'to' }
  /** The value itself, as it stands in the column. */
  | { kind: 'exact' }
)

export type ListedRow = { id: string }

/** The rows that whoever asks may see: as a statement whose columns are the fields of a row, or, where they must be computed, all of them. */
export type ListSource<Row> = { statement: RawBuilder<Row> } | { rows: readonly Row[] }

/**
 * A list of the office: from this one declaration follow its page, its address, the order and the paging in the database, and its file.
 *
 * @example { name: 'lo-hang', path: '/van-phong/lo', title, columns: [{ key: 'number', label: 'Số lô', kind: 'text' }], searched: ['number'], first: ['-madeOn'], source }
 */
export type List<Row extends ListedRow = ListedRow> = {
  /** Names its file in addresses; no other list has it. */
  name: string
  /** The page that shows it. */
  path: string
  title: string
  /** What the search says it looks in, where that is more than the list shows. */
  searchLabel?: string
  columns: readonly ListColumn[]
  /** The fields in which words are looked for, without accents. */
  searched: readonly string[]
  /** The fields that are found by their digits and letters alone, however they were typed: codes, telephone numbers. */
  codes?: readonly string[]
  filters?: readonly ListFilter[]
  /** What else its page asks in its address; the source gets it. */
  asks?: readonly string[]
  /** Its source looks for what is typed (`q`) itself: it knows more than stands in a row. */
  findsItself?: boolean
  /** By what it is ordered where nobody asks for another order; `-` before a column: the last first. */
  first: readonly string[]
  perPage?: number
  source: (ctx: Ctx, asked: Readonly<Record<string, string>>) => Promise<ListSource<Row>>
}

/** What somebody asks of a list: the same in the address, on the page and in the file. */
export type ListView = {
  q: string
  /** A column of the list, with `-` before it for the last first; null: in the order of the list itself. */
  sort: string | null
  page: number
  filters: Readonly<Record<string, string>>
  asked: Readonly<Record<string, string>>
}

const mostOfText = 120
const everything = 'all'

/** The view that an address asks for; what it cannot mean is left out. */
export function readView(list: Omit<List, 'source'>, search: URLSearchParams): ListView {
  const given = (name: string) => (search.get(name) ?? '').trim().slice(0, mostOfText)
  const sort = given('sort')
  const page = Number(given('page'))
  const filters = (list.filters ?? []).flatMap((filter): [string, string][] => {
    const value = given(filter.name)
    if (value !== '' && isPossible(filter, value)) return [[filter.name, value]]
    return filter.kind === 'choice' && filter.initial !== undefined ? [[filter.name, filter.initial]] : []
  })
  return {
    q: given('q'),
    sort: list.columns.some(({ key }) => key === sort.replace(/^-/u, '')) ? sort : null,
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
    filters: Object.fromEntries(filters),
    asked: Object.fromEntries((list.asks ?? []).map((name): [string, string] => [name, given(name)]).filter(([, value]) => value !== '')),
  }
}

function isPossible(filter: ListFilter, value: string): boolean {
  if (filter.kind === 'choice') return Object.hasOwn(filter.choices, value) || (value === everything && filter.initial !== undefined)
  return filter.kind === 'exact' || /^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])$/u.test(value)
}

/** What an address asks of a view, without its page. */
export function queryOfView({ q, sort, filters, asked }: ListView): Record<string, string> {
  return { ...asked, ...filters, ...(q && { q }), ...(sort !== null && { sort }) }
}

/** The filters of a view that leave something out. */
export function tightFilters(list: Omit<List, 'source'>, { filters }: ListView): { filter: ListFilter; value: string }[] {
  return (list.filters ?? []).flatMap((filter) => {
    const value = filters[filter.name]
    return value === undefined || (filter.kind === 'choice' && value === everything) ? [] : [{ filter, value }]
  })
}

/** The digits and letters of what was typed: how codes are compared. */
export const codeOf = (typed: string): string => foldText(typed).replaceAll(/[^a-z0-9]/gu, '')

/** What a value says in a column, in words; nothing where there is none. */
export const sayChoice = ({ choices }: Pick<ListColumn, 'choices'>, value: unknown): string =>
  typeof value === 'string' ? (choices?.[value] ?? value) : ''

/** The fields of a row that the database compares. */
export const comparedFields = (list: Omit<List, 'source'>): string[] => [
  ...new Set([
    'id',
    ...list.columns.map(({ key }) => key),
    ...list.searched,
    ...(list.codes ?? []),
    ...(list.filters ?? []).map(({ column }) => column),
    ...list.first.map((order) => order.replace(/^-/u, '')),
  ]),
]
