import { inTransaction } from '@dacsan/platform/context'
import { done } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { personActs, tiesOfAccount } from './acts.ts'
import { requirePerson } from './actor.ts'
import { confirmPassword } from './confirm-password.ts'
import { updatePasswordHash } from './credential.store.ts'
import type { UserId } from './ids.ts'
import { hashPassword, judgePassword } from './passwords.ts'
import { record } from './record.ts'
import type { ConfirmRefusal, PasswordRefusal } from './rules.ts'
import { endSessions, selectSessions } from './session.store.ts'
import { requireAct } from './ties.ts'
import { fieldErrors } from './words.ts'

export type Device = { id: string; since: Date; lastSeen: Date; address: string | null; browser: string | null; thisOne: boolean }

/** Where the signed-in person is signed in now. */
export async function listDevices(ctx: Ctx, sessionId: string | null): Promise<Device[]> {
  const { userId } = requirePerson(ctx.actor)
  const sessions = await selectSessions(ctx.db, userId, ctx.now)
  return sessions.map((session) => ({ ...session, thisOne: session.id === sessionId }))
}

/** Ends every session of an account, this one too. The next request from any of them is a visitor's. */
export async function signOutEverywhere(ctx: Ctx, userId: UserId): Promise<void> {
  const act = personActs['sign-out-everywhere']
  requireAct(ctx.actor, act, tiesOfAccount(userId), { known: true })
  await inTransaction(ctx, async (tx) => {
    await endSessions(tx, userId)
    await record(tx, ctx, act, { subjectId: userId })
  })
}

export const changePasswordInput = z.object({
  current: z.string(fieldErrors.password).min(1, fieldErrors.password),
  next: z.string(fieldErrors.nextPassword).min(1, fieldErrors.nextPassword),
})

/** Changes the password of one's own account; every device but this one must sign in again. */
export async function changePassword(
  ctx: Ctx,
  { userId, sessionId }: { userId: UserId; sessionId: string | null },
  { current, next }: z.infer<typeof changePasswordInput>,
): Promise<Outcome<void, ConfirmRefusal | PasswordRefusal>> {
  const act = personActs['change-password']
  requireAct(ctx.actor, act, tiesOfAccount(userId), { known: true })
  const confirmed = await confirmPassword(ctx, current)
  if (!confirmed.ok) return confirmed
  const weak = judgePassword(next, requirePerson(ctx.actor))
  if (weak) return weak
  const hash = await hashPassword(next)
  await inTransaction(ctx, async (tx) => {
    await updatePasswordHash(tx, userId, { hash, at: ctx.now })
    await endSessions(tx, userId, { except: sessionId ?? '' })
    await record(tx, ctx, act, { subjectId: userId, payload: { userId }, detail: {} })
  })
  return done(undefined)
}
