import type { Workbook, WorkbookColumn } from '@dacsan/papers'
import { formatDate } from '@dacsan/vietnam'
import type { Ctx } from './context.ts'
import { readView, sayChoice, tightFilters } from './list.ts'
import type { List, ListColumn, ListView, ListedRow } from './list.ts'
import { allOfList, pageOfList } from './list.store.ts'
import type { ListPage } from './list.store.ts'

/** One page of a list as an address asks for it, of the rows that whoever asks may see. */
export async function openList<Row extends ListedRow>(
  ctx: Ctx,
  list: List<Row>,
  search: URLSearchParams,
  asked: Readonly<Record<string, string>> = {},
): Promise<ListPage<Row> & { view: ListView }> {
  const view = readView(list, search)
  const source = await list.source(ctx, sourceQuestion(list, view, asked))
  return { ...(await pageOfList(ctx.db, list, view, source)), view }
}

const sourceQuestion = (list: Pick<List, 'findsItself'>, view: ListView, asked: Readonly<Record<string, string>> = {}) => ({
  ...view.asked,
  ...asked,
  ...(list.findsItself && { q: view.q }),
})

/** All rows of a view, in its order. */
export async function rowsOfView<Row extends ListedRow>(ctx: Ctx, list: List<Row>, view: ListView): Promise<Row[]> {
  return allOfList(ctx.db, list, view, await list.source(ctx, sourceQuestion(list, view)))
}

/** All rows of a view as a workbook. */
export async function workbookOfList<Row extends ListedRow>(ctx: Ctx, list: List<Row>, search: URLSearchParams): Promise<Workbook> {
  const view = readView(list, search)
  const rows: readonly object[] = await rowsOfView(ctx, list, view)
  return {
    sheets: [
      {
        name: list.title,
        columns: list.columns.map(({ key, label, kind, sum }) => ({
          key,
          header: label,
          kind: kindInFile[kind],
          ...(sum && { total: 'sum' }),
        })),
        rows: rows.map((row) => Object.fromEntries(list.columns.map((column) => [column.key, cellOf(column, row)]))),
      },
    ],
    source: {
      title: list.title,
      query: `list.${list.name}`,
      version: '1',
      producedAt: ctx.now,
      filters: [
        ...(view.q ? [{ label: 'q', value: view.q }] : []),
        ...tightFilters(list, view).map(({ filter, value }) => ({
          label: filter.label,
          value: filter.kind === 'choice' ? sayChoice(filter, value) : filter.kind === 'exact' ? value : formatDate(value),
        })),
      ],
    },
  }
}

const kindInFile: Record<ListColumn['kind'], WorkbookColumn['kind']> = {
  text: 'text',
  choice: 'text',
  number: 'decimal',
  money: 'money',
  day: 'date',
  moment: 'datetime',
}

function cellOf(column: ListColumn, row: object) {
  const value = (row as Record<string, string | number | Date | null>)[column.key]
  return column.kind === 'choice' ? sayChoice(column, value) : value
}
