import { describe, expect, expectTypeOf, test } from 'vitest'
import { carries, grantFor, mayOf, nameActs, printActs, refuseStatus } from './index.ts'
import type { ActRows, RefusalsOf } from './index.ts'

type Status = 'draft' | 'submitted' | 'returned'
const acts = nameActs('paper', {
  submit: {
    from: ['draft', 'returned'],
    to: 'submitted',
    by: { producer: 'owner' },
    event: 'paper.submitted',
    payload: carries<{ paperId: string }>(),
    says: 'Submit',
    refusals: ['incomplete'],
  },
  return: {
    from: ['submitted'],
    to: 'returned',
    by: { officer: 'any', clerk: ['owner', 'deputy'] },
    event: 'paper.returned',
    says: 'Return',
    closed: 'not-here',
  },
  note: { by: { officer: 'any' }, event: 'paper.noted', says: 'Note' },
} as const satisfies ActRows<Status, 'producer' | 'officer' | 'clerk'>)

describe('a table of acts', () => {
  test('a table of acts gives each row its name and its subject', () => {
    expect([acts.submit.name, acts.submit.subject, acts.return.name]).toEqual(['submit', 'paper', 'return'])
  })

  test('a table of acts grants an act to a role with the tie that the row asks for', () => {
    expect(grantFor(acts.submit, [{ party: 'producer', tie: 'any' }])).toBeUndefined()
    expect(
      grantFor(acts.submit, [
        { party: 'producer', tie: 'any' },
        { party: 'producer', tie: 'owner' },
      ]),
    ).toEqual({ party: 'producer', tie: 'owner' })
    expect(grantFor(acts.return, [{ party: 'clerk', tie: 'deputy' }])).toEqual({ party: 'clerk', tie: 'deputy' })
    expect(grantFor(acts.return, [{ party: 'clerk', tie: 'any' }])).toBeUndefined()
    expect(grantFor(acts.submit, [])).toBeUndefined()
  })

  test('a table of acts grants nothing to a role with the name of an inherited property', () => {
    expect(grantFor(acts.submit, [{ party: 'toString', tie: 'any' }])).toBeUndefined()
  })

  test('a table of acts refuses a state that is not in the row with the refusal code of the row', () => {
    expect(refuseStatus(acts.submit, 'returned')).toBeNull()
    expect(refuseStatus(acts.submit, 'submitted')).toEqual({ ok: false, refusal: { code: 'wrong-status', status: 'submitted' } })
    expect(refuseStatus(acts.return, 'draft')).toEqual({ ok: false, refusal: { code: 'not-here', status: 'draft' } })
    expect(refuseStatus(acts.note, 'draft')).toBeNull()
  })

  test('the refusal of a state is typed by the refusal code of the row', () => {
    const refused = refuseStatus(acts.return, 'draft' as Status)
    expectTypeOf(refused!.refusal).toEqualTypeOf<{ code: 'not-here'; status: Status }>()
    type Known = { code: 'wrong-status'; status: Status } | { code: 'incomplete'; gaps: number } | { code: 'other' }
    expectTypeOf<RefusalsOf<Known, typeof acts.submit>['code']>().toEqualTypeOf<'wrong-status' | 'incomplete'>()
  })

  test('a table of acts says what somebody may do now, and why not', () => {
    const officer = [{ party: 'officer', tie: 'any' }]
    expect(mayOf(acts, 'draft', officer)).toEqual({
      submit: { code: 'not-permitted' },
      return: { code: 'not-here', status: 'draft' },
      note: true,
    })
    expect(mayOf(acts, 'submitted', officer).return).toBe(true)
  })

  test('the printed table of acts shows every act in every state, and who may do it', () => {
    expect(printActs('Paper', ['draft', 'submitted'], acts)).toBe(
      [
        'Paper',
        '',
        'act     draft        submitted   who',
        'submit  → submitted  ·           producer (owner)',
        'return  ·            → returned  officer, clerk (owner or deputy)',
        'note    stays        stays       officer',
        '',
      ].join('\n'),
    )
  })
})
