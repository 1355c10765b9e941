import { describe, expect, expectTypeOf, test } from 'vitest'
import { Conflict, Forbidden, NotFound, accept, availableMoves, canMove, done, printMoves, refuse } from './index.ts'
import type { Decision, Moves, Outcome } from './index.ts'

type Status = 'draft' | 'submitted' | 'returned'
type Role = 'producer' | 'officer'
const moves = {
  submit: { from: ['draft', 'returned'], to: 'submitted', by: ['producer'] },
  return: { from: ['submitted'], to: 'returned', by: ['officer'], check: 'reason' },
} satisfies Moves<Status, Role>

describe('a decision', () => {
  test('that says yes carries the event', () => {
    expect(accept({ type: 'submitted', on: '2026-11-23' })).toEqual({ ok: true, event: { type: 'submitted', on: '2026-11-23' } })
    expect(done(42)).toEqual({ ok: true, value: 42 })
  })

  test('that says no carries the code and the facts, both precisely typed', () => {
    const refused = refuse('wrong-status', { status: 'draft' as Status })
    expect(refused).toEqual({ ok: false, refusal: { code: 'wrong-status', status: 'draft' } })
    expectTypeOf(refused.refusal.code).toEqualTypeOf<'wrong-status'>()
    expectTypeOf(refused.refusal.status).toEqualTypeOf<Status>()
    expect(refuse('closed')).toEqual({ ok: false, refusal: { code: 'closed' } })
  })

  test('narrows to one of its refusals by code', () => {
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

describe('a table of moves', () => {
  test('opens a move only from its statuses and to its roles', () => {
    expect(canMove(moves, 'returned', 'submit')).toBe(true)
    expect(canMove(moves, 'submitted', 'submit')).toBe(false)
    expect(canMove(moves, 'draft', 'submit', ['officer'])).toBe(false)
    expect(canMove(moves, 'draft', 'submit', ['officer', 'producer'])).toBe(true)
    expect(canMove({ submit: { from: ['draft'], to: 'submitted', by: ['producer'] } }, 'draft', 'submit', ['officer'])).toBe(false)
  })

  test('knows no move by an inherited name', () => {
    expect(canMove(moves as Moves<Status, Role>, 'draft', 'toString')).toBe(false)
  })

  test('lists what someone may do now', () => {
    expect(availableMoves(moves, 'submitted', ['producer', 'officer'])).toEqual(['return'])
    expect(availableMoves(moves, 'draft', [])).toEqual([])
    expect(availableMoves({ submit: { from: ['draft'], to: 'submitted', by: ['producer'] } }, 'draft', ['producer'])).toEqual(['submit'])
  })

  test('prints every status × move × role', () => {
    expect(printMoves('Dossier', ['draft', 'submitted'], ['producer', 'officer'], moves)).toBe(
      [
        'Dossier',
        '',
        'status     move    producer     officer',
        'draft      submit  → submitted  ·',
        'draft      return  ·            ·',
        'submitted  submit  ·            ·',
        'submitted  return  ·            → returned [reason]',
        '',
      ].join('\n'),
    )
    expect(printMoves('Light', ['off', 'on'], ['owner', 'guest'], { press: { from: ['off'], to: 'on', by: ['owner'] } })).toBe(
      'Light\n\nstatus  move   owner  guest\noff     press  → on   ·\non      press  ·      ·\n',
    )
  })
})

test('the three surprises are told apart by class and by name, and carry their details', () => {
  for (const Surprise of [NotFound, Forbidden, Conflict]) {
    const thrown = new Surprise('why', { id: 'D-1' })
    expect(thrown).toBeInstanceOf(Error)
    expect([thrown.name, thrown.message, thrown.details]).toEqual([Surprise.name, 'why', { id: 'D-1' }])
  }
  expect(new NotFound()).not.toBeInstanceOf(Forbidden)
})
