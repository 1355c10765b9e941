import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { consume, reset } from '@dacsan/platform/rate-limit'
import type { Ctx } from '../context.ts'
import { actorId } from './actor.ts'
import { selectPasswordHash } from './credential.store.ts'
import { limits } from './limits.ts'
import { verifyPassword } from './passwords.ts'
import type { ConfirmRefusal } from './rules.ts'

/**
 * Asks somebody who is signed in for the password once more, before what a stolen session must not do. Every try counts, apart from the tries to
 * sign in. Who has no account has no right password.
 */
export async function confirmPassword(
  { db, actor, now }: Pick<Ctx, 'db' | 'actor' | 'now'>,
  password: string,
): Promise<Outcome<null, ConfirmRefusal>> {
  const userId = actorId(actor)
  if (userId === null) return refuse('password-wrong')
  const asked = { limit: limits.passwordAgain, subject: userId }
  const minutes = await consume(db, now, asked)
  if (minutes > 0) return refuse('too-many-attempts', { minutes })
  const hash = await selectPasswordHash(db, userId)
  if (hash === null || !(await verifyPassword({ password, hash }))) return refuse('password-wrong')
  await reset(db, asked)
  return done(null)
}
