import { inTransaction } from '@dacsan/platform/context'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { Ctx } from '../context.ts'
import type { Session } from './actor-of.ts'
import { upsertConfirmation } from './confirmation.store.ts'
import { confirmPassword } from './confirm-password.ts'
import type { ConfirmRefusal } from './rules.ts'
import { termOn } from './terms.ts'

/**
 * Whether the person of a session typed the password within the minutes of the dated rule: at sign-in, or again since. What binds others (a score
 * sheet, the close of a session, a decision, the law) is asked for by whoever sits there now, not by whoever signed in this morning.
 */
export async function requireRecentConfirmation(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  { confirmedAt }: Pick<Session, 'confirmedAt'>,
): Promise<Outcome<null, { code: 'confirm-again' }>> {
  const minutes = await termOn(db, 'sign-in.confirm-again-minutes', now)
  const recent = confirmedAt !== null && now.getTime() - confirmedAt.getTime() <= minutes * 60_000
  return recent ? done(null) : refuse('confirm-again')
}

/** The person types the password again; for the minutes to come nothing asks for it. */
export async function confirmSession(
  ctx: Ctx,
  { sessionId }: Pick<Session, 'sessionId'>,
  password: string,
): Promise<Outcome<null, ConfirmRefusal>> {
  const confirmed = await confirmPassword(ctx, password)
  if (confirmed.ok && sessionId !== null) await inTransaction(ctx, (tx) => upsertConfirmation(tx, { sessionId, at: ctx.now }))
  return confirmed
}
