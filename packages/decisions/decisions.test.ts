import { describe, expect, expectTypeOf, test } from 'vitest'
import { Conflict, Forbidden, NotFound, accept, done, refuse } from './index.ts'
import type { Decision, Outcome } from './index.ts'

type Status = 'draft' | 'submitted' | 'returned'

describe('a decision', () => {
  test('an accepted decision carries the event', () => {
    expect(accept({ type: 'submitted', on: '2026-11-23' })).toEqual({ ok: true, event: { type: 'submitted', on: '2026-11-23' } })
    expect(done(42)).toEqual({ ok: true, value: 42 })
  })

  test('a refused decision carries the code and the facts, both precisely typed', () => {
    const refused = refuse('wrong-status', { status: 'draft' as Status })
    expect(refused).toEqual({ ok: false, refusal: { code: 'wrong-status', status: 'draft' } })
    expectTypeOf(refused.refusal.code).toEqualTypeOf<'wrong-status'>()
    expectTypeOf(refused.refusal.status).toEqualTypeOf<Status>()
    expect(refuse('closed')).toEqual({ ok: false, refusal: { code: 'closed' } })
  })

  test('a refused decision narrows to one of its refusals by code', () => {
    type No = { code: 'closed' } | { code: 'wrong-status'; status: Status }
    const decide = (status: Status): Decision<{ type: 'submitted' }, No> =>
      status === 'draft' ? accept({ type: 'submitted' }) : refuse('wrong-status', { status })
    const command = (status: Status): Outcome<string, No> => {
      const decision = decide(status)
      return decision.ok ? done(decision.event.type) : decision
    }
    expect(command('draft')).toEqual({ ok: true, value: 'submitted' })
    const no = command('returned')
    expect(!no.ok && no.refusal.code === 'wrong-status' && no.refusal.status).toBe('returned')
  })
})

test('NotFound, Forbidden and Conflict are told apart by class and by name, and carry their details', () => {
  for (const Surprise of [NotFound, Forbidden, Conflict]) {
    const thrown = new Surprise('why', { id: 'D-1' })
    expect(thrown).toBeInstanceOf(Error)
    expect([thrown.name, thrown.message, thrown.details]).toEqual([Surprise.name, 'why', { id: 'D-1' }])
  }
  expect(new NotFound()).not.toBeInstanceOf(Forbidden)
})
