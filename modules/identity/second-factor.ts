import { inTransaction } from '@dacsan/platform/context'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { APIError } from 'better-auth/api'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { personActs, tiesOfAccount } from './acts.ts'
import type { Auth } from './auth.ts'
import { confirmPassword } from './confirm-password.ts'
import type { UserId } from './ids.ts'
import { record } from './record.ts'
import type { ConfirmRefusal } from './rules.ts'
import { requireAct } from './ties.ts'
import { fieldErrors } from './words.ts'

/** One's own account, and the request whose session it is. */
export type OwnSession = { userId: UserId; auth: Auth; headers: Headers }

export type Enrolment = { uri: string; secret: string; backupCodes: string[]; cookies: string[] }

export const passwordAgainInput = z.object({ password: z.string(fieldErrors.password).min(1, fieldErrors.password) })

/** Begins the second factor: a secret for the authenticator application and ten codes for the day the telephone is lost. */
export async function beginSecondFactor(
  ctx: Ctx,
  { userId, auth, headers }: OwnSession,
  password: string,
): Promise<Outcome<Enrolment, ConfirmRefusal>> {
  requireAct(ctx.actor, personActs['enable-second-factor'], tiesOfAccount(userId), { known: true })
  const confirmed = await confirmPassword(ctx, password)
  if (!confirmed.ok) return confirmed
  const answer = await auth.engine.api.enableTwoFactor({ body: { password }, headers, returnHeaders: true })
  const { response } = answer
  if (response.method !== 'totp') throw new Error('the second factor is not a TOTP')
  const secret = new URL(response.totpURI).searchParams.get('secret') ?? ''
  return done({ uri: response.totpURI, secret, backupCodes: response.backupCodes, cookies: answer.headers.getSetCookie() })
}

/** Turns the second factor on once the application shows the right code. */
export async function enableSecondFactor(
  ctx: Ctx,
  { userId, auth, headers }: OwnSession,
  code: string,
): Promise<Outcome<{ cookies: string[] }, { code: 'wrong-code' }>> {
  const act = personActs['enable-second-factor']
  requireAct(ctx.actor, act, tiesOfAccount(userId), { known: true })
  try {
    const answer = await auth.engine.api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
    await inTransaction(ctx, (tx) => record(tx, ctx, act, { subjectId: userId }))
    return done({ cookies: answer.headers.getSetCookie() })
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return refuse('wrong-code')
    throw error
  }
}

export async function disableSecondFactor(
  ctx: Ctx,
  { userId, auth, headers }: OwnSession,
  password: string,
): Promise<Outcome<{ cookies: string[] }, ConfirmRefusal>> {
  const act = personActs['disable-second-factor']
  requireAct(ctx.actor, act, tiesOfAccount(userId), { known: true })
  const confirmed = await confirmPassword(ctx, password)
  if (!confirmed.ok) return confirmed
  const answer = await auth.engine.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true })
  await inTransaction(ctx, (tx) => record(tx, ctx, act, { subjectId: userId }))
  return done({ cookies: answer.headers.getSetCookie() })
}
