import type { Ctx } from '@dacsan/modules/context'
import { queryOfView } from '@dacsan/modules/list'
import type { List, ListColumn, ListFilter, ListedRow } from '@dacsan/modules/list'
import { openList } from '@dacsan/modules/open-list'
import { paths } from '#lib/paths.ts'

type ShownFilter = Pick<ListFilter, 'name' | 'label' | 'kind'> & { value: string; choices?: { value: string; label: string }[] }

/** A list as its page draws it: what was declared of it, what the address asks, and the rows of one page. */
export type ShownList<Row> = {
  title: string
  searchLabel: string | undefined
  q: string
  sort: string
  columns: ListColumn[]
  filters: ShownFilter[]
  /** What the address asks beside filters, kept by every link. */
  kept: [string, string][]
  query: Record<string, string>
  /** Whether something is left out that could be seen. */
  isNarrowed: boolean
  rows: Row[]
  from: number
  total: number
  sums: Readonly<Record<string, number>>
  page: number
  pages: number
  file: string
  /** None where the list has a file of its own. */
  csv: string | null
}

/** @example export const load = async ({ locals, url }) => ({ list: await showList(locals.ctx, lotList, url) }) */
export async function showList<Row extends ListedRow>(
  ctx: Ctx,
  list: List<Row>,
  url: URL,
  asked: Readonly<Record<string, string>> = {},
): Promise<ShownList<Row>> {
  const { view, rows, total, sums, page, pages } = await openList(ctx, list, url.searchParams, asked)
  const query = queryOfView(view)
  const file = { ...query, ...asked }
  return {
    title: list.title,
    searchLabel: list.searchLabel,
    q: view.q,
    sort: view.sort ?? '',
    columns: list.columns.filter(({ onlyInFile }) => !onlyInFile),
    filters: (list.filters ?? []).map((filter) => ({
      name: filter.name,
      label: filter.label,
      kind: filter.kind,
      value: view.filters[filter.name] ?? '',
      ...(filter.kind === 'choice' && {
        choices: [
          { value: filter.initial === undefined ? '' : 'all', label: filter.any },
          ...Object.entries(filter.choices).map(([value, label]) => ({ value, label })),
        ],
      }),
    })),
    kept: Object.entries(view.asked),
    query,
    isNarrowed:
      view.q !== '' ||
      (list.filters ?? []).some((filter) => (view.filters[filter.name] ?? '') !== (filter.kind === 'choice' ? (filter.initial ?? '') : '')),
    rows,
    from: total === 0 ? 0 : (page - 1) * (list.perPage ?? 25) + 1,
    total,
    sums,
    page,
    pages,
    file: paths.listFile(list.name, file),
    csv: paths.listFile(list.name, { ...file, dang: 'csv' }),
  }
}
