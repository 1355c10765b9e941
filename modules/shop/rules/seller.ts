import { accept, refuse } from '@dacsan/decisions'
import type { Decision } from '@dacsan/decisions'
import type { PolicyKind } from '../../disclosure/rules.ts'
import type { SellerRefusal } from './refusals.ts'

/** Where buyers' transfers go. The platform never holds the money itself. */
export type SellerAccount = { bankBin: string; bankAccount: string; accountName: string }

/** An account on file; its number is null where it cannot be opened now. */
export type AccountOnFile = Omit<SellerAccount, 'bankAccount'> & { bankAccount: string | null }

export function sameAccount(a: AccountOnFile, b: SellerAccount): boolean {
  return a.bankBin === b.bankBin && a.bankAccount === b.bankAccount && a.accountName === b.accountName
}

/**
 * Another account is where a thief would start, so it needs the password again, and the provincial office looks at the seller
 * once more before anything is sold to the new account.
 */
export function decideSaveSeller(
  current: (AccountOnFile & { verified: boolean }) | null,
  wanted: SellerAccount,
  facts: { bankKnown: boolean; passwordConfirmed: boolean },
): Decision<{ accountChanged: boolean; stillVerified: boolean }, SellerRefusal> {
  if (!facts.bankKnown) return refuse('bank-unknown', { bankBin: wanted.bankBin })
  const accountChanged = current === null || !sameAccount(current, wanted)
  if (accountChanged && !facts.passwordConfirmed) return refuse('password-wrong')
  return accept({ accountChanged, stillVerified: !accountChanged && current.verified })
}

/**
 * What a seller agrees to, version by version. Products are ordered by one rule that is written from the program itself (`/cach-sap-xep`): it has
 * no versions that somebody publishes, and the terms name it.
 */
export const policiesOfSellers = ['terms', 'fees', 'contract', 'complaints'] as const satisfies readonly PolicyKind[]
