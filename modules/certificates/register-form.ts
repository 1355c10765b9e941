import { registerColumns } from '../catalogue/index.ts'
import type { Ctx } from '../context.ts'
import { requireAct } from '../identity/index.ts'
import { registerActs } from './rules.ts'

export type RegisterColumn = { heading: string; expected: string; required: boolean }

/** The columns of a register file, for those who may import one. */
export function registerForm(ctx: Pick<Ctx, 'actor'>): RegisterColumn[] {
  requireAct(ctx.actor, registerActs.import)
  return Object.values(registerColumns).map((column) => ({
    heading: column.heading,
    expected: column.expected,
    required: 'required' in column,
  }))
}
