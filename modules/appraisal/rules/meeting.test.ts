import { describe, expect, test } from 'vitest'
import { decideOrder, decidePresentation } from '../rules.ts'

describe('the order of the dossiers', () => {
  const order = ['dos_a', 'dos_b', 'dos_c'] as const
  const moved = (dossierId: (typeof order)[number], to: 'earlier' | 'later') => {
    const decision = decideOrder('scoring', order, { dossierId, to })
    return decision.ok && decision.event.order
  }
  test('a dossier goes one place earlier or later, the first stays first and the last last', () => {
    expect(moved('dos_c', 'earlier')).toEqual(['dos_a', 'dos_c', 'dos_b'])
    expect(moved('dos_a', 'later')).toEqual(['dos_b', 'dos_a', 'dos_c'])
    expect(moved('dos_a', 'earlier')).toEqual([...order])
    expect(moved('dos_c', 'later')).toEqual([...order])
  })
  test('nothing is moved after the close', () => {
    expect(decideOrder('closed', order, { dossierId: 'dos_b', to: 'earlier' })).toMatchObject({ refusal: { code: 'session-closed' } })
  })
})

describe('the presentation of a producer', () => {
  const [nine, half] = [new Date('2026-11-23T09:00:00+07:00'), new Date('2026-11-23T09:30:00+07:00')]
  const none = { presentedFrom: null, presentedTo: null }
  test('it ends once it has begun, and begun again it has not ended', () => {
    expect(decidePresentation('scoring', none, { part: 'ends', at: nine })).toEqual({
      ok: false,
      refusal: { code: 'presentation-not-begun' },
    })
    const begun = { presentedFrom: nine, presentedTo: null }
    expect(decidePresentation('scoring', none, { part: 'begins', at: nine })).toEqual({ ok: true, event: begun })
    const over = { presentedFrom: nine, presentedTo: half }
    expect(decidePresentation('scoring', begun, { part: 'ends', at: half })).toEqual({ ok: true, event: over })
    expect(decidePresentation('scoring', over, { part: 'begins', at: half })).toEqual({
      ok: true,
      event: { presentedFrom: half, presentedTo: null },
    })
  })
})
