import { NotFound } from '@dacsan/decisions'
import type { Workbook } from '@dacsan/papers'
import type { Ctx } from './context.ts'
import type { List } from './list.ts'
import { workbookOfList } from './open-list.ts'
import { rooms } from './rooms.ts'

/** All lists of the house, each by its own name. */
export const lists: readonly List[] = rooms.flatMap((room) => room.lists ?? [])

/** All rows of a view of the list with this name, as a workbook. */
export async function listWorkbook(ctx: Ctx, name: string, search: URLSearchParams): Promise<Workbook> {
  const list = lists.find((one) => one.name === name)
  if (!list) throw new NotFound('No such list', { name })
  return workbookOfList(ctx, list, search)
}
