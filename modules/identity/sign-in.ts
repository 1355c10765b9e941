import { inTransaction } from '@dacsan/platform/context'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { readId } from '@dacsan/platform/ids'
import { APIError } from 'better-auth/api'
import { consume, refund, reset } from '@dacsan/platform/rate-limit'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { personActs } from './acts.ts'
import type { Actor } from './actor.ts'
import type { Auth } from './auth.ts'
import { limits } from './limits.ts'
import { record } from './record.ts'
import type { SecondFactorRefusal, SignInRefusal } from './rules.ts'
import { deleteSession } from './session.store.ts'
import { requireAct } from './ties.ts'
import { fieldErrors } from './words.ts'

export const demoPassword = 'dacsan-demo'

export const signInInput = z.object({
  email: z.string(fieldErrors.ownEmail).trim().toLowerCase().min(1, fieldErrors.ownEmail),
  password: z.string(fieldErrors.ownPassword).min(1, fieldErrors.ownPassword),
})
export const secondFactorInput = z.object({
  code: z.string(fieldErrors.code).trim().min(6, fieldErrors.code).max(20, fieldErrors.code),
})

/** A request to sign in: who asks so far, where the request comes from, and when. */
export type SignInRequest = Pick<Ctx, 'db' | 'actor' | 'now'> & { auth: Auth; headers: Headers; address: string }

export type SignedIn = {
  /** `Set-Cookie` lines for the browser. */
  cookies: string[]
  /** The password was right, a code of the second factor is still to come. */
  secondFactor: boolean
}

/**
 * Judges an e-mail address and a password. Every try counts: against the address it comes from, against the account as asked from there, and
 * against the account alone.
 */
export async function signIn(
  request: SignInRequest,
  { email, password }: z.infer<typeof signInInput>,
): Promise<Outcome<SignedIn, SignInRefusal>> {
  const { auth, db, headers, address, now } = request
  requireAct(request.actor, personActs['sign-in'])
  if (!auth.demo && password === demoPassword) return refuse('demo-password')
  const here = { limit: limits.accountHere, subject: email, address }
  const [crowd, everywhere] = [
    { limit: limits.address, address },
    { limit: limits.account, subject: email },
  ]
  const minutes = await consume(db, now, crowd, here, everywhere)
  if (minutes > 0) return refuse('too-many-attempts', { minutes })
  try {
    const answer = await auth.engine.api.signInEmail({ body: { email, password }, headers, returnHeaders: true })
    await reset(db, here)
    await refund(db, crowd, everywhere)
    const cookies = answer.headers.getSetCookie()
    if ('twoFactorRedirect' in answer.response) return done({ cookies, secondFactor: true })
    await recordSignIn(request, answer.response.user)
    return done({ cookies, secondFactor: false })
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return refuse('wrong-email-or-password')
    throw error
  }
}

/** Judges the code of the authenticator application, or one of the backup codes. */
export async function verifySecondFactor(
  request: SignInRequest,
  { code }: z.infer<typeof secondFactorInput>,
): Promise<Outcome<SignedIn, SecondFactorRefusal>> {
  const { auth, db, headers, address, now } = request
  requireAct(request.actor, personActs['sign-in'])
  const minutes = await consume(db, now, { limit: limits.address, address })
  if (minutes > 0) return refuse('too-many-attempts', { minutes })
  const isTotp = /^\d{6}$/.test(code)
  try {
    const answer = isTotp
      ? await auth.engine.api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
      : await auth.engine.api.verifyBackupCode({ body: { code }, headers, returnHeaders: true })
    const { user, token } = answer.response
    if (isTotp && (await consume(db, now, { limit: limits.codeUsed, subject: `${user.id} ${code}` })) > 0) {
      await inTransaction({ db }, (tx) => deleteSession(tx, token ?? ''))
      return refuse('code-used')
    }
    await refund(db, { limit: limits.address, address })
    await recordSignIn(request, user)
    return done({ cookies: answer.headers.getSetCookie(), secondFactor: false })
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error
    const known = String(error.body?.['code'])
    if (known === 'ACCOUNT_TEMPORARILY_LOCKED') return refuse('too-many-attempts', { minutes: 15 })
    if (known === 'INVALID_CODE' || known === 'INVALID_BACKUP_CODE') return refuse('wrong-code')
    return refuse('sign-in-again')
  }
}

/** Ends this session; answers with the cookies that make the browser forget it. */
export async function signOut({ auth, headers }: Pick<SignInRequest, 'auth' | 'headers'>): Promise<string[]> {
  const answer = await auth.engine.api.signOut({ headers, returnHeaders: true })
  return answer.headers.getSetCookie()
}

async function recordSignIn({ db, now }: SignInRequest, user: { id: string; name: string; email: string }): Promise<void> {
  const actor: Actor = { kind: 'person', userId: readId('usr', user.id), name: user.name, email: user.email, memberships: [] }
  await inTransaction({ db }, (tx) => record(tx, { actor, now }, personActs['sign-in'], { subjectId: user.id }))
}
