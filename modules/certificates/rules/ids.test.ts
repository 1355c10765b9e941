import { expect, test } from 'vitest'
import type { SessionId } from '../../appraisal/rules.ts'
import type { findDecision } from '../find-decision.ts'
import type { DecisionId } from './ids.ts'

type Find = typeof findDecision
type Ctx = Parameters<Find>[0]

test('the id of a decision is not the id of the session that it follows', () => {
  // Never called: what is asked of it is that it compiles, and that the swap does not.
  const calls = async (find: Find, ctx: Ctx, decisionId: DecisionId, sessionId: SessionId) => {
    await find(ctx, decisionId)
    // @ts-expect-error a session is not a decision
    await find(ctx, sessionId)
  }
  expect(calls).toBeTypeOf('function')
})
