import { done, refuse } from '@dacsan/decisions'
import type { Outcome } from '@dacsan/decisions'
import type { IdentityProvider, ProviderFault } from '@dacsan/platform/identity-provider'
import { consume } from '@dacsan/platform/rate-limit'
import { limits } from './limits.ts'
import { checksOf, newAttempt } from './provider-attempt.ts'
import type { Attempt } from './provider-attempt.ts'
import type { ProviderRefusal } from './rules.ts'
import type { SignInRequest } from './sign-in.ts'

/** A request to come in, or to be linked, by the identity provider of this installation. */
export type ProviderRequest = SignInRequest & { provider: IdentityProvider }

export type LeadRefusal = ProviderRefusal | { code: 'too-many-attempts'; minutes: number }
/** Where the browser goes, and the `Set-Cookie` lines that bind the way back to it. */
export type Led = { location: URL; cookies: string[] }

/** Begins a way to the provider. Whoever calls decided that it may be gone. */
export async function leadToProvider(
  { auth, db, provider, address, now }: ProviderRequest,
  purpose: Attempt['purpose'],
): Promise<Outcome<Led, LeadRefusal>> {
  const minutes = await consume(db, now, { limit: limits.providerAsked, address })
  if (minutes > 0) return refuse('too-many-attempts', { minutes })
  const { attempt, cookie } = newAttempt(auth, purpose, now)
  const begun = await provider.begin(checksOf(auth, attempt))
  return begun.ok ? done({ location: begun.value, cookies: [cookie] }) : refuseFault(provider, begun.refusal)
}

export const refuseFault = (provider: IdentityProvider, { code }: ProviderFault) => refuse(`provider-${code}`, { provider: provider.name })
