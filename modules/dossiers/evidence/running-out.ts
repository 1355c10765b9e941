import type { Ctx } from '../../context.ts'
import { requireRole } from '../../identity/index.ts'
import { paperRows } from '../../law/index.ts'
import { selectRunningOut } from './running-out.store.ts'

/** How many papers of the vaults run out by a day and have not been replaced, by kind and commune; no paper is named. For the office that leads. */
export async function papersRunningOut(ctx: Pick<Ctx, 'db' | 'actor'>, until: string) {
  requireRole(ctx.actor, 'provincial-officer')
  const names = new Map(paperRows().map(({ row, name }) => [row, name]))
  return (await selectRunningOut(ctx.db, until)).map(({ kind, ...rest }) => ({ ...rest, kind, name: names.get(kind) ?? String(kind) }))
}
