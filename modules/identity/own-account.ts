import { inTransaction } from '@dacsan/platform/context'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { APIError } from 'better-auth/api'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { requirePerson } from './actor.ts'
import { audit } from './audit.ts'
import type { Auth } from './auth.ts'
import { confirmPassword } from './confirm-password.ts'
import { hashPassword, judgePassword } from './passwords.ts'
import type { ConfirmRefusal, PasswordRefusal } from './rules.ts'
import { endSessions } from './session.store.ts'

export type Device = { id: string; since: Date; lastSeen: Date; address: string | null; browser: string | null; thisOne: boolean }

/** Where the signed-in person is signed in now. */
export async function listDevices(ctx: Ctx, sessionId: string | null): Promise<Device[]> {
  const { userId } = requirePerson(ctx.actor)
  const rows = await ctx.db
    .selectFrom('auth_session')
    .select(['id', 'created_at as since', 'updated_at as lastSeen', 'ip_address as address', 'user_agent as browser'])
    .where('user_id', '=', userId)
    .where('expires_at', '>', ctx.now)
    .orderBy('updated_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, thisOne: row.id === sessionId }))
}

/** Ends every session of the signed-in person, this one too. The next request from any of them is a visitor's. */
export async function signOutEverywhere(ctx: Ctx): Promise<void> {
  const { userId } = requirePerson(ctx.actor)
  await inTransaction(ctx, async (tx) => {
    await endSessions(tx, userId)
    await audit(tx, ctx, { action: 'identity.signed-out-everywhere', subjectType: 'person', subjectId: userId })
  })
}

export const changePasswordInput = z.object({ current: z.string().min(1), next: z.string().min(1) })

/** Changes one's own password; every other device must sign in again. */
export async function changePassword(
  ctx: Ctx,
  sessionId: string | null,
  { current, next }: z.infer<typeof changePasswordInput>,
): Promise<Outcome<void, ConfirmRefusal | PasswordRefusal>> {
  const { userId, email } = requirePerson(ctx.actor)
  const confirmed = await confirmPassword(ctx, current)
  if (!confirmed.ok) return confirmed
  const weak = judgePassword(next, { email })
  if (weak) return weak
  const password = await hashPassword(next)
  await inTransaction(ctx, async (tx) => {
    await tx
      .updateTable('auth_account')
      .set({ password, updated_at: ctx.now })
      .where('user_id', '=', userId)
      .where('provider_id', '=', 'credential')
      .execute()
    await endSessions(tx, userId, { except: sessionId ?? '' })
    await audit(tx, ctx, { action: 'identity.password-changed', subjectType: 'person', subjectId: userId })
  })
  return done(undefined)
}

export type Enrolment = { uri: string; secret: string; backupCodes: string[]; cookies: string[] }

/** Begins the second factor: a secret for the authenticator application and ten codes for the day the telephone is lost. */
export async function beginSecondFactor(
  ctx: Ctx,
  auth: Auth,
  headers: Headers,
  password: string,
): Promise<Outcome<Enrolment, ConfirmRefusal>> {
  requirePerson(ctx.actor)
  const confirmed = await confirmPassword(ctx, password)
  if (!confirmed.ok) return confirmed
  const answer = await auth.engine.api.enableTwoFactor({ body: { password }, headers, returnHeaders: true })
  const { response } = answer
  if (response.method !== 'totp') throw new Error('the second factor is not a TOTP')
  const secret = new URL(response.totpURI).searchParams.get('secret') ?? ''
  return done({ uri: response.totpURI, secret, backupCodes: response.backupCodes, cookies: answer.headers.getSetCookie() })
}

/** Turns the second factor on once the application shows the right code. */
export async function confirmSecondFactor(
  ctx: Ctx,
  auth: Auth,
  headers: Headers,
  code: string,
): Promise<Outcome<{ cookies: string[] }, { code: 'wrong-code' }>> {
  const { userId } = requirePerson(ctx.actor)
  try {
    const answer = await auth.engine.api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
    await inTransaction(ctx, (tx) => audit(tx, ctx, { action: 'identity.two-factor-enabled', subjectType: 'person', subjectId: userId }))
    return done({ cookies: answer.headers.getSetCookie() })
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return refuse('wrong-code')
    throw error
  }
}

export async function dropSecondFactor(
  ctx: Ctx,
  auth: Auth,
  headers: Headers,
  password: string,
): Promise<Outcome<{ cookies: string[] }, ConfirmRefusal>> {
  const { userId } = requirePerson(ctx.actor)
  const confirmed = await confirmPassword(ctx, password)
  if (!confirmed.ok) return confirmed
  const answer = await auth.engine.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true })
  await inTransaction(ctx, (tx) => audit(tx, ctx, { action: 'identity.two-factor-disabled', subjectType: 'person', subjectId: userId }))
  return done({ cookies: answer.headers.getSetCookie() })
}
