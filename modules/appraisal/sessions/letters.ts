import { createHash } from 'node:crypto'
import type { CouncilMemberId, SessionId } from '../rules/ids.ts'

/** The letters of the members in one session: in an order that says nothing about their seats, the same whenever it is asked for. */
export function lettersOf(sessionId: SessionId, memberIds: Iterable<CouncilMemberId>): Map<CouncilMemberId, string> {
  const drawn = [...new Set(memberIds)].map((memberId) => ({
    memberId,
    lot: createHash('sha256').update(`${sessionId}/${memberId}`).digest('hex'),
  }))
  return new Map(drawn.toSorted((a, b) => (a.lot < b.lot ? -1 : 1)).map(({ memberId }, at) => [memberId, letterAt(at)]))
}

/** A … Z, then A2 … Z2. */
const letterAt = (at: number) => `${String.fromCharCode(65 + (at % 26))}${at < 26 ? '' : Math.floor(at / 26) + 1}`
