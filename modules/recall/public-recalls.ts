import type { Ctx } from '../context.ts'
import { countPublicRecalls, selectPublicRecalls } from './list.store.ts'
import type { PublicRecall } from './list.store.ts'

export type { PublicRecall } from './list.store.ts'

const perPage = 30

/** The recalls that everyone reads: what, which lots, what to do, since when, ended or not. */
export async function listPublicRecalls(
  { db }: Pick<Ctx, 'db'>,
  page: number,
): Promise<{ recalls: PublicRecall[]; total: number; open: number; page: number; pages: number }> {
  const [recalls, counts] = await Promise.all([
    selectPublicRecalls(db, { limit: perPage, offset: (page - 1) * perPage }),
    countPublicRecalls(db),
  ])
  return { recalls, ...counts, page, pages: Math.max(1, Math.ceil(counts.total / perPage)) }
}
