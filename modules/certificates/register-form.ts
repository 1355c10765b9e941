import { registerColumns } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import { permits } from '../identity/rules.ts'
import { requireImportReader } from './policy.ts'
import { registerActs } from './rules.ts'

type RegisterColumn = { heading: string; expected: string; required: boolean }

/** The columns of a register file, for those who answer for an import, and whether the reader may send one. */
export function registerForm(ctx: Pick<Ctx, 'actor'>): { columns: RegisterColumn[]; mayPropose: boolean } {
  requireImportReader(ctx.actor)
  const columns = Object.values(registerColumns).map((column) => ({
    heading: column.heading,
    expected: column.expected,
    required: 'required' in column,
  }))
  return { columns, mayPropose: permits(registerActs.propose.by, ctx.actor) }
}
