import { inTransaction } from '@dacsan/platform/context'
import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { readId } from '@dacsan/platform/ids'
import { APIError } from 'better-auth/api'
import { consume, refund, reset } from '@dacsan/platform/rate-limit'
import { z } from 'zod'
import type { Ctx } from '../context.ts'
import { personActs } from './acts.ts'
import { visitor } from './actor.ts'
import type { Actor } from './actor.ts'
import type { Auth } from './auth.ts'
import { readCode } from './codes.ts'
import { unprovenValueOf } from './cookies.ts'
import { hasDevices, selectDevice, upsertDevice } from './device.store.ts'
import { deviceCookie, deviceSecretOf, digestOfDevice, newDeviceSecret } from './device.ts'
import type { UserId } from './ids.ts'
import { limits } from './limits.ts'
import { demoPassword } from './passwords.ts'
import { isReachable, readLogin } from './login.ts'
import { selectPersonByLogin } from './people.store.ts'
import { record } from './record.ts'
import type { LinkRefusal, ProviderRefusal, SecondFactorRefusal, SignInRefusal } from './rules.ts'
import { noteSecurity } from './security-log.ts'
import type { SecurityNote } from './security-log.ts'
import { deleteSession, insertUnconfirmed, isProvenWaiting, selectWaitingPerson } from './session.store.ts'
import { requireAct } from './ties.ts'
import { fieldErrors } from './words.ts'

export const signInInput = z.object({
  email: z.string(fieldErrors.ownEmail).trim().toLowerCase().min(1, fieldErrors.ownEmail),
  password: z.string(fieldErrors.ownPassword).min(1, fieldErrors.ownPassword),
})
export const secondFactorInput = z.object({
  code: z
    .string(fieldErrors.code)
    .max(80, fieldErrors.code)
    .refine((typed) => readCode(typed).code.length >= 6, fieldErrors.code),
})

/** A request to sign in: who asks so far, where the request comes from, and when. */
export type SignInRequest = Pick<Ctx, 'db' | 'actor' | 'now'> & { auth: Auth; headers: Headers; address: string; requestId?: string }

export type SignedIn = {
  /** `Set-Cookie` lines for the browser. */
  cookies: string[]
  /** The password was right, a code of the second factor is still to come. */
  secondFactor: boolean
}

export type KnownUser = { id: UserId; name: string; email: string }

/**
 * Judges an e-mail address, or a telephone number in its place, and a password. Every try counts: against the address it comes from, against the account as asked from there, and
 * against the account alone; from a browser in which the same person signed in before it counts against that browser only, so that nobody who
 * guesses keeps the owner out.
 */
export async function signIn(
  request: SignInRequest,
  { email, password }: z.infer<typeof signInInput>,
): Promise<Outcome<SignedIn, SignInRefusal>> {
  requireAct(request.actor, personActs['sign-in'])
  const login = readLogin(email)
  const person = await selectPersonByLogin(request.db, login)
  const typed = 'phone' in login ? login.phone : login.email
  // Whoever has both signs in to one account: its tries are counted together, under the address that the library knows it by.
  const outcome = await judgeSignIn(request, { email: person?.email ?? typed, password }, person)
  const tried = person ? null : request.auth.digest(typed)
  await noteSignIn(request, 'sign-in', person, outcome, { tried })
  return outcome
}

/** What was typed and is nobody's: the internal address of an account, which the library would know, among it. It is asked for all the same, so that a no takes as long. */
const nobodys = (typed: string): string => (z.email().safeParse(typed).success && isReachable(typed) ? typed : 'khong-ai@khong-thu.invalid')

async function judgeSignIn(
  request: SignInRequest,
  { email, password }: z.infer<typeof signInInput>,
  person: KnownUser | undefined,
): Promise<Outcome<SignedIn, SignInRefusal>> {
  const { auth, db, headers, address, now } = request
  if (!auth.demo && password === demoPassword) return refuse('demo-password')
  const here = { limit: limits.accountHere, subject: email, address }
  const [crowd, everywhere] = [
    { limit: limits.address, address },
    { limit: limits.account, subject: email },
  ]
  const secret = deviceSecretOf(headers)
  const digest = secret === null ? '' : digestOfDevice(secret)
  const known = person !== undefined && (await selectDevice(db, { digest, userId: person.id }))
  const own = { limit: limits.device, subject: `${email} ${digest}` }
  let minutes = await (known ? consume(db, now, own) : consume(db, now, crowd, here))
  if (minutes === 0 && !known && (await consume(db, now, everywhere)) > 0)
    minutes = await consume(db, now, { limit: limits.accountSlow, subject: email })
  if (minutes > 0) return refuse('too-many-attempts', { minutes })
  try {
    const answer = await auth.engine.api.signInEmail({
      body: { email: person ? email : nobodys(email), password },
      headers,
      returnHeaders: true,
    })
    await reset(db, known ? own : here)
    if (!known) await refund(db, crowd, everywhere)
    const cookies = answer.headers.getSetCookie()
    if ('twoFactorRedirect' in answer.response) return done({ cookies, secondFactor: true })
    return done({ cookies: [...cookies, await recordSignIn(request, knownUser(answer.response.user))], secondFactor: false })
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
  requireAct(request.actor, personActs['sign-in'])
  const waiting = await selectWaitingPerson(request.db, unprovenValueOf(request.headers, 'two_factor') ?? '')
  const outcome = await judgeSecondFactor(request, code, waiting)
  await noteSignIn(request, 'second-factor', waiting, outcome)
  return outcome
}

async function judgeSecondFactor(
  request: SignInRequest,
  typed: string,
  waiting: KnownUser | undefined,
): Promise<Outcome<SignedIn, SecondFactorRefusal>> {
  const { auth, db, headers, address, now } = request
  const minutes = await consume(db, now, { limit: limits.address, address })
  if (minutes > 0) return refuse('too-many-attempts', { minutes })
  const { from, code } = readCode(typed)
  try {
    const answer =
      from === 'application'
        ? await auth.engine.api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
        : await auth.engine.api.verifyBackupCode({
            body: { code: await backupCodeAsMade(auth, waiting?.id, code) },
            headers,
            returnHeaders: true,
          })
    const { user, token } = answer.response
    if (from === 'application' && (await useCode({ db, now }, readId('usr', user.id), code)) > 0) {
      await inTransaction({ db }, (tx) => deleteSession(tx, token ?? ''))
      return refuse('code-used')
    }
    await refund(db, { limit: limits.address, address })
    const person = knownUser(user)
    const byProvider = await isProvenWaiting(db, person.id, now)
    const device = await recordSignIn(request, person, { byProvider, token: token ?? '' })
    return done({ cookies: [...answer.headers.getSetCookie(), device], secondFactor: false })
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error
    const known = String(error.body?.['code'])
    if (known === 'ACCOUNT_TEMPORARILY_LOCKED') return refuse('too-many-attempts', { minutes: 15 })
    if (known === 'INVALID_CODE' || known === 'INVALID_BACKUP_CODE') return refuse('wrong-code')
    return refuse('sign-in-again')
  }
}

/** Counts a use of a code of the application; above 0 where it was used before. */
export function useCode({ db, now }: Pick<Ctx, 'db' | 'now'>, userId: UserId, code: string): Promise<number> {
  return consume(db, now, { limit: limits.codeUsed, subject: `${userId} ${code}` })
}

/** The backup code as it was made, whatever its case and dashes were when it was typed; what fits none comes back as it is. */
export async function backupCodeAsMade(auth: Auth, userId: UserId | undefined, code: string): Promise<string> {
  if (userId === undefined) return code
  try {
    const { backupCodes } = await auth.engine.api.viewBackupCodes({ body: { userId } })
    return backupCodes.find((made) => readCode(made).code === code) ?? code
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return code
    throw error
  }
}

/** Ends this session; answers with the cookies that make the browser forget it. */
export async function signOut(request: SignInRequest): Promise<string[]> {
  const { auth, headers, db, actor, now, address, requestId } = request
  const answer = await auth.engine.api.signOut({ headers, returnHeaders: true })
  if (actor.kind === 'person')
    await noteSecurity(db, { at: now, what: 'sign-out', outcome: 'done', actor, address, requestId: requestId ?? null })
  return answer.headers.getSetCookie()
}

/**
 * Records that somebody came in: ends the session that the browser had before, and makes the browser known. Answers with its cookie. In a session
 * that a provider opened nobody has typed the password yet.
 */
export async function recordSignIn(
  { db, now, auth, headers }: SignInRequest,
  user: KnownUser,
  { byProvider = false, token = '' }: { byProvider?: boolean; token?: string } = {},
): Promise<string> {
  const actor = personOf(user)
  const secret = deviceSecretOf(headers) ?? newDeviceSecret()
  await inTransaction({ db }, async (tx) => {
    await deleteSession(tx, unprovenValueOf(headers, 'session_token') ?? '')
    if (byProvider) await insertUnconfirmed(tx, token)
    const digest = digestOfDevice(secret)
    // Whoever comes for the first time knows it, and whose browsers were forgotten has nothing to compare with.
    const newDevice = !(await selectDevice(tx, { digest, userId: user.id })) && (await hasDevices(tx, user.id))
    await upsertDevice(tx, { digest, userId: user.id, at: now })
    await record(tx, { actor, now }, personActs['sign-in'], {
      subjectId: user.id,
      payload: { userId: user.id, newDevice },
      detail: byProvider ? { byProvider } : {},
    })
  })
  return deviceCookie(auth, secret)
}

/** A person as the library of sign-ins says it, which knows ids as text. */
export const knownUser = ({ id, name, email }: { id: string; name: string; email: string }): KnownUser => ({
  id: readId('usr', id),
  name,
  email,
})

const personOf = ({ id, name, email }: KnownUser): Actor => ({
  kind: 'person',
  userId: id,
  name,
  email: isReachable(email) ? email : null,
  memberships: [],
})

/** One line of the security log for a step of signing in. */
export function noteSignIn(
  { db, now, address, requestId }: SignInRequest,
  step: SecurityNote['what'],
  person: KnownUser | undefined,
  outcome: Outcome<SignedIn, SignInRefusal | SecondFactorRefusal | ProviderRefusal | LinkRefusal>,
  { tried = null }: { tried?: string | null } = {},
): Promise<void> {
  const about = { at: now, actor: person ? personOf(person) : visitor, tried, address, requestId: requestId ?? null }
  if (outcome.ok)
    return noteSecurity(db, { ...about, what: step, outcome: 'done', reason: outcome.value.secondFactor ? 'second-factor' : null })
  const reason = outcome.refusal.code
  return noteSecurity(db, { ...about, what: reason === 'too-many-attempts' ? 'lock-out' : step, outcome: 'refused', reason })
}
