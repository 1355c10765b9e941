import { randomBytes } from 'node:crypto'
import { inTransaction } from '@dacsan/platform/context'
import { NotFound } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { personActs } from './acts.ts'
import { deleteSecondFactor, updatePasswordHash } from './credential.store.ts'
import type { UserId } from './ids.ts'
import { hashPassword } from './passwords.ts'
import { selectAccount } from './people.store.ts'
import { record } from './record.ts'
import { endSessions } from './session.store.ts'
import { requireAct } from './ties.ts'

/**
 * For somebody who forgot the password or lost the telephone: a new first password, no second factor, no living session.
 * The password is in the answer and nowhere else; its owner changes it after signing in.
 */
export async function renewAccess(ctx: Ctx, userId: UserId): Promise<{ password: string }> {
  requireAct(ctx.actor, personActs['renew-access'])
  const password = randomBytes(9).toString('base64url')
  const hash = await hashPassword(password)
  return inTransaction(ctx, async (tx) => {
    if (!(await selectAccount(tx, userId))) throw new NotFound('No such account', { userId })
    await updatePasswordHash(tx, userId, { hash, at: ctx.now })
    await deleteSecondFactor(tx, userId, ctx.now)
    await endSessions(tx, userId)
    await record(tx, ctx, personActs['renew-access'], { subjectId: userId })
    return { password }
  })
}
