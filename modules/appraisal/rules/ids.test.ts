import { expect, test } from 'vitest'
import type { DossierId } from '../../dossiers/rules.ts'
import type { reopenSheet } from '../sheets/reopen-sheet.ts'
import type { CouncilMemberId, SessionId } from './ids.ts'

type Reopen = typeof reopenSheet
type Ctx = Parameters<Reopen>[0]

test('the id of a session is not the id of a seat of its council', () => {
  // Never called: what is asked of it is that it compiles, and that the swap does not.
  const calls = async (reopen: Reopen, ctx: Ctx, sessionId: SessionId, memberId: CouncilMemberId, dossierId: DossierId) => {
    await reopen(ctx, { sessionId, dossierId, memberId, reason: '' })
    // @ts-expect-error the two are swapped
    await reopen(ctx, { sessionId: memberId, dossierId, memberId: sessionId, reason: '' })
  }
  expect(calls).toBeTypeOf('function')
})
