import fc from 'fast-check'
import { dong } from '@dacsan/vietnam'
import { describe, expect, test } from 'vitest'
import { tallyKinds } from './acts.ts'
import type { TallyKind } from './acts.ts'
import { addBalances, balanceOf, isAccountedFor, refuseCount, sumTally, withLine } from './rules/balance.ts'
import type { Books, Counted, Goods, Stand } from './rules/balance.ts'
import { refundDueOf } from './rules/refund.ts'
import { gapsOf, timeSteps } from './rules/steps.ts'

type Line = { kind: TallyKind; quantity: number }
const noBooks: Books = { taken: 0, sold: 0, returned: 0, used: 0, destroyed: 0, handled: 0, onHand: 0 }
const goods = (
  made: number,
  { books = {}, packed = [], loose = [] }: { books?: Partial<Books>; packed?: Line[]; loose?: Line[] },
): Goods => ({
  made,
  unit: 'hũ',
  isDrill: false,
  books: { ...noBooks, ...books },
  packed: sumTally(packed),
  loose: sumTally(loose),
})
/** So many packed, so many of them sold; the rest lies there. */
const shelf = (taken: number, sold: number) => ({ taken, sold, onHand: taken - sold })
const loose = (kind: TallyKind, quantity: number): Counted => ({ kind, quantity, at: null })

describe('the goods of a recall', () => {
  test('what was made is with buyers, sampled, destroyed or handled, in hand, or missing: always all of it', () => {
    const line = fc.record({ kind: fc.constantFrom(...tallyKinds), quantity: fc.integer({ min: -50, max: 50 }), isPacked: fc.boolean() })
    fc.assert(
      fc.property(
        fc.record({ made: fc.integer({ min: 1, max: 200 }), taken: fc.nat(200), sold: fc.nat(50), perPack: fc.constantFrom(0.25, 1, 2) }),
        fc.array(line, { maxLength: 30 }),
        ({ made, perPack, ...wish }, lines) => {
          const packs = Math.min(wish.taken, Math.floor(made / perPack))
          const sold = Math.min(packs, wish.sold)
          let now = goods(made, { books: shelf(packs * perPack, sold * perPack) })
          let stand: Stand = { onHand: packs - sold, perPack, tally: sumTally([]) }
          for (const { isPacked, ...one } of lines) {
            const counted: Counted = { ...one, at: isPacked ? stand : null }
            if (refuseCount(now, counted)) continue
            now = withLine(now, counted)
            if (isPacked)
              stand = {
                perPack,
                onHand: now.books.onHand / perPack,
                tally: { ...stand.tally, [one.kind]: stand.tally[one.kind] + one.quantity },
              }
            const { notReturned, used, destroyed, handled, inHand, missing } = balanceOf(now)
            expect(notReturned + used + destroyed + handled + inHand + missing).toBeCloseTo(made, 6)
            for (const part of [notReturned, used, destroyed, handled, inHand, missing]) expect(part).toBeGreaterThanOrEqual(0)
          }
        },
      ),
    )
  })

  test('a case is accounted for once nothing is missing and nothing waits to be handled; what buyers keep is said', () => {
    const found: Line = { kind: 'found', quantity: 56 }
    // Three came back, 59 were destroyed: the ledger says so as well.
    const counted = goods(60, {
      books: { taken: 60, sold: 4, returned: 3, destroyed: 59, onHand: 0 },
      packed: [found, { kind: 'returned', quantity: 3 }, { kind: 'destroyed', quantity: 59 }],
    })
    expect(balanceOf(counted)).toMatchObject({ notReturned: 1, destroyed: 59, inHand: 0, missing: 0 })
    expect(isAccountedFor(balanceOf(counted))).toBe(true)
    expect(isAccountedFor(balanceOf(goods(60, { books: shelf(60, 4), packed: [found] })))).toBe(false)
    expect(isAccountedFor(balanceOf(goods(60, { books: shelf(60, 4) })))).toBe(false)
  })

  test('a jar of half a kilogram is half a unit of a lot by weight', () => {
    const lot = goods(20, { books: shelf(18, 2) })
    const at: Stand = { onHand: 32, perPack: 0.5, tally: sumTally([]) }
    const all = [{ kind: 'found', quantity: 32, at } as const, loose('found', 2)].reduce(withLine, lot)
    expect(balanceOf(all)).toMatchObject({ made: 20, notReturned: 2, found: 18, inHand: 18, missing: 0 })
    expect(refuseCount(lot, { kind: 'found', quantity: 33, at })).toMatchObject({ refusal: { code: 'more-than-books', free: 32 } })
    expect(refuseCount(lot, loose('found', 2.5))).toMatchObject({ refusal: { code: 'more-than-loose', left: 2, unit: 'hũ' } })
  })

  test('what was put aside and left the ledger by another way since is counted once', () => {
    const sampledSince = goods(60, { books: { taken: 60, used: 2, onHand: 58 }, packed: [{ kind: 'found', quantity: 60 }] })
    expect(balanceOf(sampledSince)).toMatchObject({ used: 2, inHand: 58, missing: 0 })
    const backOnTheShelf = goods(60, { books: { taken: 60, sold: 4, returned: 1, onHand: 57 }, packed: [{ kind: 'found', quantity: 56 }] })
    expect(balanceOf(backOnTheShelf)).toMatchObject({ notReturned: 3, inHand: 56, missing: 1 })
  })

  test('goods that were sold elsewhere can come back only once it is said that they were sold', () => {
    const found: Line = { kind: 'found', quantity: 50 }
    expect(refuseCount(goods(60, { loose: [found] }), loose('returned', 5))).toMatchObject({ refusal: { code: 'more-than-sold', over: 5 } })
    const sold = goods(60, { loose: [found, { kind: 'sold-elsewhere', quantity: 10 }] })
    expect(refuseCount(sold, loose('returned', 5))).toBe(null)
  })

  test('lots of one unit are added up, kilograms and jars are not', () => {
    const of = (unit: string, made: number) => ({ unit, ...balanceOf(goods(made, { books: shelf(10, 4) })) })
    expect(addBalances([of('hũ', 60), of('kg', 20), of('hũ', 40)])).toMatchObject([
      { unit: 'hũ', made: 100, sold: 8, missing: 92 },
      { unit: 'kg', made: 20, sold: 4, missing: 16 },
    ])
  })
})

test('a seller owes all of an order that was given up, and of one that was handed over the price of the recalled goods', () => {
  const order = { totalVnd: dong(100_000), receivedVnd: dong(100_000), refundedVnd: dong(0) }
  expect(refundDueOf({ ...order, fulfilment: 'cancelled' }, 40_000)).toBe(100_000)
  expect(refundDueOf({ ...order, fulfilment: 'handed-over' }, 40_000)).toBe(40_000)
  expect(refundDueOf({ ...order, fulfilment: 'handed-over', refundedVnd: dong(40_000) }, 40_000)).toBe(0)
  expect(refundDueOf({ ...order, fulfilment: 'held', receivedVnd: dong(0) }, 40_000)).toBe(0)
})

test('each step of a case is timed from the moment at which somebody began to look', () => {
  const began = new Date('2026-11-30T02:00:00Z')
  const at = (minutes: number) => new Date(began.getTime() + minutes * 60_000)
  const steps = timeSteps(began, { found: at(2), decided: null, partners: at(3), counted: at(4), closed: at(5) })
  expect(steps.map(({ minutes }) => minutes)).toEqual([2, null, 3, 4, 5])
})

test('only what is lacking is named', () => {
  const nothing = { undecided: 0, unreachable: 0, silent: 0, refunds: 0 }
  expect(gapsOf(nothing, [{ unit: 'hũ', missing: 0, inHand: 0 }])).toEqual([])
  expect(
    gapsOf({ ...nothing, silent: 1 }, [
      { unit: 'hũ', missing: 3, inHand: 0 },
      { unit: 'kg', missing: 0, inHand: 0.5 },
    ]),
  ).toEqual([
    { gap: 'silent', count: 1, unit: '' },
    { gap: 'missing', count: 3, unit: 'hũ' },
    { gap: 'in-hand', count: 0.5, unit: 'kg' },
  ])
})
