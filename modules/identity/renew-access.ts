import { randomBytes } from 'node:crypto'
import { inTransaction } from '@dacsan/platform/context'
import { NotFound } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { requireRole } from './actor.ts'
import { audit } from './audit.ts'
import { hashPassword } from './passwords.ts'
import { selectAccount } from './people.store.ts'
import { endSessions } from './session.store.ts'

/**
 * For somebody who forgot the password or lost the telephone: a new first password, no second factor, no living session.
 * The password is in the answer and nowhere else; its owner changes it after signing in.
 */
export async function renewAccess(ctx: Ctx, userId: string): Promise<{ password: string }> {
  requireRole(ctx.actor, 'administrator')
  const password = randomBytes(9).toString('base64url')
  const hash = await hashPassword(password)
  return inTransaction(ctx, async (tx) => {
    if (!(await selectAccount(tx, userId))) throw new NotFound('no such account')
    await tx
      .updateTable('auth_account')
      .set({ password: hash, updated_at: ctx.now })
      .where('user_id', '=', userId)
      .where('provider_id', '=', 'credential')
      .execute()
    await tx.deleteFrom('auth_two_factor').where('user_id', '=', userId).execute()
    await tx.updateTable('auth_user').set({ two_factor_enabled: false, updated_at: ctx.now }).where('id', '=', userId).execute()
    await endSessions(tx, userId)
    await audit(tx, ctx, { action: 'identity.access-renewed', subjectType: 'person', subjectId: userId })
    return { password }
  })
}
