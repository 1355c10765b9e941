import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { requirePerson } from './actor.ts'
import { countAttempt } from './attempts.store.ts'
import { verifyPassword } from './passwords.ts'

export type ConfirmRefusal = { code: 'password-wrong' } | { code: 'too-many-attempts'; minutes: number }

/** Asks somebody who is signed in for the password once more, before what a stolen session must not do. Every try counts, as at the door. */
export async function confirmPassword(
  ctx: Pick<Ctx, 'db' | 'actor' | 'now'>,
  password: string,
): Promise<Outcome<null, ConfirmRefusal>> {
  const { userId, email } = requirePerson(ctx.actor)
  const minutes = await countAttempt(ctx.db, 'account', email, ctx.now)
  if (minutes > 0) return refuse('too-many-attempts', { minutes })
  const account = await ctx.db
    .selectFrom('auth_account')
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .select('password')
    .executeTakeFirst()
  const right = account?.password ? await verifyPassword({ password, hash: account.password }) : false
  return right ? done(null) : refuse('password-wrong')
}
