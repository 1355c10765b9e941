import { inTransaction } from '@dacsan/platform/context'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { APIError } from 'better-auth/api'
import { consume, reset } from '@dacsan/platform/rate-limit'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { personActs, tiesOfAccount } from './acts.ts'
import { actorId, actorName } from './actor.ts'
import type { Auth } from './auth.ts'
import { readCode } from './codes.ts'
import { confirmPassword } from './confirm-password.ts'
import { deleteFactorRemoval } from './factor-removal.store.ts'
import type { UserId } from './ids.ts'
import { limits } from './limits.ts'
import { insertNotice } from './notice.store.ts'
import { selectAccount } from './people.store.ts'
import { record } from './record.ts'
import type { ConfirmRefusal } from './rules.ts'
import { backupCodeAsMade, secondFactorInput, useCode } from './sign-in.ts'
import { requireAct } from './ties.ts'
import { fieldErrors } from './words.ts'

/** One's own account, and the request whose session it is. */
export type OwnSession = { userId: UserId; auth: Auth; headers: Headers }

export type Enrolment = { uri: string; secret: string; backupCodes: string[]; cookies: string[] }

export const passwordAgainInput = z.object({ password: z.string(fieldErrors.password).min(1, fieldErrors.password) })

/** The second factor is taken away with both factors: who knows the password alone would put an own telephone in its place. */
export const disableSecondFactorInput = passwordAgainInput.extend(secondFactorInput.shape)

/** Begins the second factor: a secret for the authenticator application and ten codes for the day the telephone is lost. */
export async function beginSecondFactor(
  ctx: Ctx,
  { userId, auth, headers }: OwnSession,
  password: string,
): Promise<Outcome<Enrolment, ConfirmRefusal | { code: 'second-factor-on' }>> {
  requireAct(ctx.actor, personActs['enable-second-factor'], tiesOfAccount(userId), { known: true })
  if ((await selectAccount(ctx.db, userId))?.twoFactorEnabled) return refuse('second-factor-on')
  const confirmed = await confirmPassword(ctx, password)
  if (!confirmed.ok) return confirmed
  const answer = await auth.engine.api.enableTwoFactor({ body: { password }, headers, returnHeaders: true })
  const { response } = answer
  if (response.method !== 'totp') throw new Error('the second factor is not a TOTP')
  const secret = new URL(response.totpURI).searchParams.get('secret') ?? ''
  return done({ uri: response.totpURI, secret, backupCodes: response.backupCodes, cookies: answer.headers.getSetCookie() })
}

/** Turns the second factor on once the application shows the right code, which then signs nobody in. */
export async function enableSecondFactor(
  ctx: Ctx,
  { userId, auth, headers }: OwnSession,
  typed: string,
): Promise<Outcome<{ cookies: string[] }, { code: 'wrong-code' }>> {
  const act = personActs['enable-second-factor']
  requireAct(ctx.actor, act, tiesOfAccount(userId), { known: true })
  const { code } = readCode(typed)
  try {
    const answer = await auth.engine.api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
    await useCode(ctx, userId, code)
    await inTransaction(ctx, (tx) => record(tx, ctx, act, { subjectId: userId, payload: { userId }, detail: {} }))
    return done({ cookies: answer.headers.getSetCookie() })
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return refuse('wrong-code')
    throw error
  }
}

export async function disableSecondFactor(
  ctx: Ctx,
  { userId, auth, headers }: OwnSession,
  { password, code }: z.infer<typeof disableSecondFactorInput>,
): Promise<Outcome<{ cookies: string[] }, ConfirmRefusal | { code: 'wrong-code' } | { code: 'code-used' }>> {
  const act = personActs['disable-second-factor']
  requireAct(ctx.actor, act, tiesOfAccount(userId), { known: true })
  const confirmed = await confirmPassword(ctx, password)
  if (!confirmed.ok) return confirmed
  const proven = await confirmCode(ctx, { userId, auth, headers }, code)
  if (!proven.ok) return proven
  const answer = await auth.engine.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true })
  await inTransaction(ctx, async (tx) => {
    await deleteFactorRemoval(tx, userId)
    // Somebody who sits at an open session, or was told both factors, may have done it: the owner reads it at the next page.
    const by = { byName: actorName(ctx.actor), byId: actorId(ctx.actor) }
    await insertNotice(tx, { id: ctx.newId('ntc'), userId, kind: 'second-factor-removed', ...by, at: ctx.now })
    await record(tx, ctx, act, { subjectId: userId, payload: { userId }, detail: {} })
  })
  return done({ cookies: answer.headers.getSetCookie() })
}

/** Judges a code of somebody who is signed in: one of the application that was not used before, or a backup code, which then is. */
async function confirmCode(
  ctx: Ctx,
  { userId, auth, headers }: OwnSession,
  typed: string,
): Promise<Outcome<null, { code: 'wrong-code' } | { code: 'code-used' } | { code: 'too-many-attempts'; minutes: number }>> {
  const asked = { limit: limits.codeAgain, subject: userId }
  const minutes = await consume(ctx.db, ctx.now, asked)
  if (minutes > 0) return refuse('too-many-attempts', { minutes })
  const { from, code } = readCode(typed)
  try {
    if (from === 'application') await auth.engine.api.verifyTOTP({ body: { code }, headers })
    else {
      const made = await backupCodeAsMade(auth, userId, code)
      await auth.engine.api.verifyBackupCode({ body: { code: made, disableSession: true }, headers })
    }
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return refuse('wrong-code')
    throw error
  }
  if (from === 'application' && (await useCode(ctx, userId, code)) > 0) return refuse('code-used')
  await reset(ctx.db, asked)
  return done(null)
}
