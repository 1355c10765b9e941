import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import { inTransaction } from '@dacsan/platform/context'
import { newId } from '@dacsan/platform/ids'
import type { ProvenSubject } from '@dacsan/platform/identity-provider'
import { consume, refund } from '@dacsan/platform/rate-limit'
import { personActs } from './acts.ts'
import type { UserId } from './ids.ts'
import { leadToProvider, refuseFault } from './lead-to-provider.ts'
import type { LeadRefusal, Led, ProviderRequest } from './lead-to-provider.ts'
import { limits } from './limits.ts'
import { attemptOf, checksOf, forgetAttempt, isStateOf } from './provider-attempt.ts'
import type { Attempt } from './provider-attempt.ts'
import { linkSubject } from './provider-link.ts'
import { selectLinkedPerson } from './provider-link.store.ts'
import type { LinkRefusal, ProviderRefusal, SignInRefusal } from './rules.ts'
import { noteSecurity } from './security-log.ts'
import { insertProvenWaiting } from './session.store.ts'
import { knownUser, noteSignIn, recordSignIn } from './sign-in.ts'
import type { KnownUser, SignedIn } from './sign-in.ts'
import { requireAct } from './ties.ts'

type Refusal = ProviderRefusal | LinkRefusal | SignInRefusal

/** Leads a browser to the provider, to sign in by it and then to go on at `next`. */
export async function beginSignInByProvider(request: ProviderRequest, { next }: { next: string }): Promise<Outcome<Led, LeadRefusal>> {
  requireAct(request.actor, personActs['sign-in'])
  return leadToProvider(request, { for: 'sign-in', next })
}

export type ProviderReturn = {
  /** What the browser went for; null where that is not known any more. */
  purpose: Attempt['purpose'] | null
  cookies: string[]
  outcome: Outcome<{ did: 'sign-in'; secondFactor: boolean } | { did: 'link' }, Refusal>
}

/**
 * Takes a browser that comes back from the provider. It is let in only on the way on which it left, once, and within minutes: an address that
 * somebody else prepared lets nobody into their account.
 */
export async function returnFromProvider(request: ProviderRequest, answer: URL): Promise<ProviderReturn> {
  const { auth, headers, now } = request
  requireAct(request.actor, personActs['sign-in'])
  const attempt = attemptOf(auth, headers, now)
  const purpose = attempt?.purpose ?? null
  const cookies = [forgetAttempt(auth)]
  const proven = await prove(request, attempt, answer)
  if (attempt?.purpose.for === 'link') {
    const linked = proven.ok ? await linkSubject(request, attempt.purpose, proven.value) : proven
    await noteLink(request, attempt.purpose.userId, linked)
    return { purpose, cookies, outcome: linked.ok ? done({ did: 'link' }) : linked }
  }
  const { person, outcome } = proven.ok ? await open(request, proven.value) : { person: undefined, outcome: proven }
  const tried = proven.ok && !person ? auth.digest(`${proven.value.issuer} ${proven.value.subject}`) : null
  await noteSignIn(request, 'sign-in', person, outcome, { tried })
  if (!outcome.ok) return { purpose, cookies, outcome }
  return {
    purpose,
    cookies: [...cookies, ...outcome.value.cookies],
    outcome: done({ did: 'sign-in', secondFactor: outcome.value.secondFactor }),
  }
}

/** Longer than a sign-in waits for its code (ten minutes). */
const waitingMinutes = 15

function noteLink({ db, now, actor, address, requestId }: ProviderRequest, userId: UserId, linked: Outcome<null, Refusal>): Promise<void> {
  const about = { at: now, actor, address, requestId: requestId ?? null, action: 'link-provider', object: { type: 'person', id: userId } }
  const ended = linked.ok ? { outcome: 'done' as const } : { outcome: 'refused' as const, reason: linked.refusal.code }
  return noteSecurity(db, { ...about, ...ended, what: 'write' })
}

async function prove(
  { auth, db, provider, address, now }: ProviderRequest,
  attempt: Attempt | null,
  answer: URL,
): Promise<Outcome<ProvenSubject, LeadRefusal>> {
  const again = refuse('provider-again', { provider: provider.name })
  if (!attempt || !isStateOf(auth, attempt, answer.searchParams.get('state') ?? '')) return again
  const crowd = { limit: limits.provider, address }
  const minutes = await consume(db, now, crowd)
  if (minutes > 0) return refuse('too-many-attempts', { minutes })
  if ((await consume(db, now, { limit: limits.providerState, subject: attempt.key })) > 0) return again
  const proven = await provider.finish(answer, checksOf(auth, attempt))
  if (!proven.ok) return refuseFault(provider, proven.refusal)
  await refund(db, crowd)
  return proven
}

/** Opens the account that is linked to a subject, by the same session and the same second factor as after a password. */
async function open(
  request: ProviderRequest,
  proven: ProvenSubject,
): Promise<{ person: KnownUser | undefined; outcome: Outcome<SignedIn, LinkRefusal | SignInRefusal> }> {
  const { auth, db, headers, provider, now } = request
  const linked = await selectLinkedPerson(db, proven)
  if (!linked) return { person: undefined, outcome: refuse('link-unknown', { provider: provider.name }) }
  const person = knownUser(linked)
  if (!linked.open) return { person, outcome: refuse('wrong-email-or-password') }
  const answer = await auth.engine.api.signInProven({ body: { userId: person.id }, headers, returnHeaders: true })
  const cookies = answer.headers.getSetCookie()
  if ('twoFactorRedirect' in answer.response) {
    // The code opens a session in which nobody has typed the password, as this one would have been.
    const until = new Date(now.getTime() + waitingMinutes * 60_000)
    await inTransaction({ db }, (tx) => insertProvenWaiting(tx, { id: newId('vrf'), userId: person.id, until, at: now }))
    return { person, outcome: done({ cookies, secondFactor: true }) }
  }
  const device = await recordSignIn(request, person, { byProvider: true, token: answer.response.token })
  return { person, outcome: done({ cookies: [...cookies, device], secondFactor: false }) }
}
