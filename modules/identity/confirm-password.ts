import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import { requirePerson } from './actor.ts'
import { consume, reset } from '@dacsan/platform/rate-limit'
import { limits } from './limits.ts'
import { verifyPassword } from './passwords.ts'
import type { ConfirmRefusal } from './rules.ts'

/** Asks somebody who is signed in for the password once more, before what a stolen session must not do. Every try counts, apart from those at the door. */
export async function confirmPassword(
  { db, actor, now }: Pick<Ctx, 'db' | 'actor' | 'now'>,
  password: string,
): Promise<Outcome<null, ConfirmRefusal>> {
  const { userId } = requirePerson(actor)
  const asked = { limit: limits.passwordAgain, subject: userId }
  const minutes = await consume(db, now, asked)
  if (minutes > 0) return refuse('too-many-attempts', { minutes })
  const account = await db
    .selectFrom('auth_account')
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .select('password')
    .executeTakeFirst()
  if (!account?.password || !(await verifyPassword({ password, hash: account.password }))) return refuse('password-wrong')
  await reset(db, asked)
  return done(null)
}
