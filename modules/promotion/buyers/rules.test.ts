import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stillSince } from './rules/clocks.ts'
import { funnelOf } from './rules/funnel.ts'
import type { FunnelLine } from './rules/funnel.ts'
import { allotSlots, clashOf, timeOfRound } from './rules/slots.ts'
import type { Slot } from './rules/slots.ts'
import { knownBy, linesThatHold, stages, stepsFrom, whyNoStep } from './rules/stages.ts'
import type { Stage, StepGiven } from './rules/stages.ts'

const nothing = { buyerParty: null, producerParty: null, untilOn: null, leastVnd: null, mostVnd: null, reason: null, hasProof: false }
const step = (stage: Stage, given: Partial<StepGiven> = {}): StepGiven => ({ ...nothing, stage, onDay: '2026-11-20', ...given })
const known = (stage: Stage) => ({ stage, lastDay: '2026-11-01', today: '2026-11-23' })
const why = (from: Stage, given: StepGiven) => whyNoStep(known(from), given)?.code ?? null

describe('the steps of a relation', () => {
  test('go on from introduced to repeat in order, a delivery needs no memorandum, a repeat needs a delivery, and an end is the end', () => {
    expect(stages.map((stage) => [stage, stepsFrom(stage).length])).toEqual([
      ['introduced', 6],
      ['sample', 5],
      ['quote', 4],
      ['mou', 3],
      ['contract', 2],
      ['first-delivery', 2],
      ['repeat', 2],
      ['ended', 0],
    ])
    expect(why('introduced', step('repeat', { leastVnd: 1 }))).toBe('step-not-allowed')
    expect(why('contract', step('quote'))).toBe('step-not-allowed')
    expect(why('ended', step('sample'))).toBe('step-not-allowed')
    expect(why('introduced', step('first-delivery', { leastVnd: 5_000_000 }))).toBeNull()
  })

  test('a memorandum counts only with two parties, its day and its paper', () => {
    const parties = { buyerParty: 'Cửa hàng', producerParty: 'HTX' }
    expect(why('quote', step('mou', { ...parties }))).toBe('proof-missing')
    expect(why('quote', step('mou', { hasProof: true, buyerParty: 'Cửa hàng' }))).toBe('parties-missing')
    expect(why('quote', step('mou', { ...parties, hasProof: true }))).toBeNull()
    expect(why('quote', step('mou', { ...parties, hasProof: true, onDay: '2026-11-24' }))).toBe('day-in-future')
  })

  test('a contract has a term and a value, which may be a band; a delivery its sum; an end its reason', () => {
    expect(why('mou', step('contract', { leastVnd: 1 }))).toBe('term-missing')
    expect(why('mou', step('contract', { untilOn: '2026-11-19', leastVnd: 1 }))).toBe('term-missing')
    expect(why('mou', step('contract', { untilOn: '2027-11-20' }))).toBe('value-missing')
    expect(why('mou', step('contract', { untilOn: '2027-11-20', leastVnd: 9, mostVnd: 8 }))).toBe('band-turned')
    expect(why('mou', step('contract', { untilOn: '2027-11-20', leastVnd: 8, mostVnd: 9 }))).toBeNull()
    expect(why('contract', step('first-delivery'))).toBe('sum-missing')
    expect(why('contract', step('ended'))).toBe('end-reason-missing')
    expect(why('contract', step('ended', { reason: 'price' }))).toBeNull()
    expect(why('introduced', step('sample', { onDay: '2026-10-31' }))).toBe('day-before-last')
  })

  test('are taken back one by one, never the first, and what was taken back counts nowhere', () => {
    const line = (seq: number, kind: 'step' | 'correction', stage: Stage) => ({ seq, kind, stage })
    const lines = [line(1, 'step', 'introduced'), line(2, 'step', 'mou'), line(3, 'correction', 'introduced'), line(4, 'correction', 'introduced')] // prettier-ignore
    expect(linesThatHold(lines).map(({ seq }) => seq)).toEqual([1])
    expect(linesThatHold([...lines, line(5, 'step', 'quote')]).map(({ seq }) => seq)).toEqual([1, 5])
  })

  test('are confirmed by both sides or are the word of one; the office is neither', () => {
    expect(knownBy('producer', [])).toBe('self-declared')
    expect(knownBy('producer', ['buyer'])).toBe('confirmed')
    expect(knownBy('office', ['buyer'])).toBe('self-declared')
    expect(knownBy('office', ['buyer', 'producer'])).toBe('confirmed')
  })

  test('that stand still longer than the law of the day says are said to', () => {
    const days = { sample: 21 }
    expect(stillSince({ stage: 'sample', since: '2026-11-02' }, days, '2026-11-22')).toBeNull()
    expect(stillSince({ stage: 'sample', since: '2026-11-02' }, days, '2026-11-23')).toBe('2026-11-23')
    expect(stillSince({ stage: 'mou', since: '2020-01-01' }, days, '2026-11-23')).toBeNull()
  })
})

const wish = fc.record({
  buyer: fc.integer({ min: 1, max: 6 }).map((n) => `b${n}`),
  producer: fc.integer({ min: 1, max: 6 }).map((n) => `p${n}`),
  isWish: fc.boolean(),
})
const wishes = fc.uniqueArray(wish, { maxLength: 30, selector: ({ buyer, producer }) => `${buyer} ${producer}` })
const room = fc.record({ rounds: fc.integer({ min: 1, max: 5 }), tables: fc.integer({ min: 1, max: 4 }) })
const clashes = (slots: readonly Slot[]) => {
  const seen = new Set<string>()
  return slots
    .flatMap(({ round, table, buyer, producer }) => [`${round} table ${table}`, `${round} ${buyer}`, `${round} ${producer}`])
    .filter((key) => seen.size === seen.add(key).size)
}

describe('the slots of a session', () => {
  test('never seat anybody, or any table, twice in one round, and leave nobody standing whom a free slot would take', () => {
    fc.assert(
      fc.property(room, wishes, (there, asked) => {
        const { slots, unplaced } = allotSlots(there, asked)
        expect(clashes(slots)).toEqual([])
        expect(slots.length + unplaced.length).toBe(asked.length)
        for (const pair of unplaced)
          for (let round = 1; round <= there.rounds; round += 1)
            for (let table = 1; table <= there.tables; table += 1) expect(clashOf(there, slots, { ...pair, round, table })).not.toBeNull()
      }),
    )
  })

  test('are the same for wishes whatever else was thought to fit, and keep what was placed by hand', () => {
    fc.assert(
      fc.property(room, wishes, (there, asked) => {
        const { slots } = allotSlots(there, asked)
        const wished = asked.filter(({ isWish }) => isWish)
        const alone = allotSlots(there, wished).slots
        for (const slot of alone) expect(slots).toContainEqual(slot)
        expect(allotSlots(there, asked, slots).slots).toEqual(slots)
      }),
    )
  })

  test('say why a pair cannot sit there, and when a round begins', () => {
    const held = [{ buyer: 'b1', producer: 'p1', round: 1, table: 1 }]
    const there = { rounds: 2, tables: 2 }
    const at = (buyer: string, producer: string, round: number, table: number) => clashOf(there, held, { buyer, producer, round, table })?.code ?? null // prettier-ignore
    expect(at('b2', 'p2', 1, 1)).toBe('table-taken')
    expect(at('b1', 'p2', 1, 2)).toBe('buyer-busy')
    expect(at('b2', 'p1', 1, 2)).toBe('producer-busy')
    expect(at('b2', 'p2', 3, 1)).toBe('slot-outside')
    expect(at('b1', 'p1', 1, 2)).toBeNull()
    expect(timeOfRound('08:30', 20, 3)).toBe('09:10')
  })
})

test('the funnel counts what stands now and what ever came so far, signatures apart from deliveries, and nothing that was taken back', () => {
  const line = (seq: number, stage: Stage, given: Partial<FunnelLine> = {}): FunnelLine => ({ seq, kind: 'step', stage, leastVnd: null, reason: null, known: 'self-declared', ...given }) // prettier-ignore
  const first = line(1, 'introduced')
  const funnel = funnelOf([
    { lines: [first, line(2, 'mou'), line(3, 'contract', { leastVnd: 100 }), line(4, 'first-delivery', { leastVnd: 30, known: 'confirmed' })] }, // prettier-ignore
    { lines: [first, line(2, 'mou'), line(3, 'introduced', { kind: 'correction' })] },
    { lines: [first, line(2, 'mou'), line(3, 'ended', { reason: 'price' })] },
    { lines: [first] },
  ])
  const of = (stage: Stage) => funnel.rows.find((row) => row.stage === stage)
  expect(of('introduced')).toMatchObject({ now: 2, ever: 4 })
  expect(of('mou')).toMatchObject({ now: 0, ever: 2 })
  expect(of('first-delivery')).toMatchObject({ now: 1, ever: 1, confirmed: 1 })
  expect(funnel).toMatchObject({
    relations: 4,
    shareDelivered: 25,
    shareRepeated: 0,
    signatures: { mou: 2, contract: 1, leastVnd: 100 },
    deliveries: { number: 1, sumVnd: 30, confirmedVnd: 30 },
    ended: [{ reason: 'price', number: 1 }],
  })
  expect(funnelOf([])).toMatchObject({ relations: 0, shareDelivered: null })
})
