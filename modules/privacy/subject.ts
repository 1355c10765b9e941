import type { Ties, UserId } from '../identity/rules.ts'
import type { PurchaseId } from './rules/ids.ts'

/** Whose data a request or a consent is about, by id. */
export type SubjectKey = { kind: 'account'; userId: UserId } | { kind: 'purchase'; groupId: PurchaseId }

/** The same as somebody comes who asks: a buyer holds the link, which the shop has looked at. */
export type Asker = { kind: 'account'; userId: UserId } | { kind: 'purchase'; groupId: PurchaseId; link: boolean }

export const tiesOfAsker = (asker: Asker): Ties => (asker.kind === 'account' ? { self: asker.userId } : { link: asker.link })

type Owned = { userId: UserId | null; groupId: PurchaseId | null }

/** What ties an asker to a thing of the own: nothing where it is somebody else's. */
export function tiesTo(owned: Owned, asker: Asker | null): Ties {
  if (asker?.kind === 'purchase') return { link: asker.link && owned.groupId === asker.groupId }
  return { self: owned.userId }
}

export const keyOf = ({ userId, groupId }: Owned): SubjectKey =>
  userId === null ? { kind: 'purchase', groupId: groupId! } : { kind: 'account', userId }
