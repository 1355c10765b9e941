import { NotFound } from '@dacsan/decisions'
import type { Workbook, WorkbookColumn } from '@dacsan/papers'
import { formatDate } from '@dacsan/vietnam'
import type { Ctx } from './context.ts'
import { readView, sayChoice, tightFilters } from './list.ts'
import type { List, ListColumn, ListView, ListedRow } from './list.ts'
import { allOfList, pageOfList } from './list.store.ts'
import type { ListPage } from './list.store.ts'
import { rooms } from './rooms.ts'

/** All lists of the house, each by its own name. */
export const lists: readonly List[] = rooms.flatMap((room) => room.lists ?? [])

/** One page of a list as an address asks for it, of the rows that whoever asks may see. */
export async function openList<Row extends ListedRow>(
  ctx: Ctx,
  list: List<Row>,
  search: URLSearchParams,
  asked: Readonly<Record<string, string>> = {},
): Promise<ListPage<Row> & { view: ListView }> {
  const view = readView(list, search)
  const source = await list.source(ctx, { ...view.asked, ...asked })
  return { ...(await pageOfList(ctx.db, list, view, source)), view }
}

/** All rows of a view as a workbook. */
export async function listWorkbook(ctx: Ctx, name: string, search: URLSearchParams): Promise<Workbook> {
  const list = lists.find((one) => one.name === name)
  if (!list) throw new NotFound('No such list', { name })
  const view = readView(list, search)
  const rows: readonly object[] = await allOfList(ctx.db, list, view, await list.source(ctx, view.asked))
  return {
    sheets: [
      {
        name: list.title,
        columns: list.columns.map(({ key, label, kind }) => ({ key, header: label, kind: kindInFile[kind] })),
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
