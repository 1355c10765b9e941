import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'

/** Where buyers' transfers go. The platform never holds the money itself. */
export type SellerAccount = { bankBin: string; bankAccount: string; accountName: string }

export type SellerRefusal =
  | { code: 'bank-unknown'; bankBin: string }
  | { code: 'password-wrong' }
  | { code: 'too-many-attempts'; minutes: number }

export type SellerSaved = { type: 'seller.saved'; accountChanged: boolean; stillVerified: boolean }

export function sameAccount(a: SellerAccount, b: SellerAccount): boolean {
  return a.bankBin === b.bankBin && a.bankAccount === b.bankAccount && a.accountName === b.accountName
}

/**
 * Another account is where a thief would start, so it needs the password again, and the provincial office looks at the seller
 * once more before anything is sold to the new account.
 */
export function decideSaveSeller(
  current: (SellerAccount & { verified: boolean }) | null,
  wanted: SellerAccount,
  facts: { bankKnown: boolean; passwordConfirmed: boolean },
): Decision<SellerSaved, SellerRefusal> {
  if (!facts.bankKnown) return refuse('bank-unknown', { bankBin: wanted.bankBin })
  const accountChanged = current === null || !sameAccount(current, wanted)
  if (accountChanged && !facts.passwordConfirmed) return refuse('password-wrong')
  return accept({ type: 'seller.saved', accountChanged, stillVerified: !accountChanged && current.verified })
}

export type VerifyRefusal = { code: 'already-verified' }
export type SuspendRefusal = { code: 'seller-unverified' }
