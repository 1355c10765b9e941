import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codeFinder, matchLines } from './index.ts'
import type { BankLine, Order } from './index.ts'

const order = (rest: Partial<Order> = {}): Order => ({
  code: 'DS7K3M9QX',
  amount: 350_000,
  account: '0123456789',
  holdUntil: '2026-11-24T10:00:00+07:00',
  received: 0,
  ...rest,
})
const line = (rest: Partial<BankLine> = {}): BankLine => ({
  id: '1',
  account: '0123456789',
  amount: 350_000,
  direction: 'in',
  content: 'DS7K3M9QX',
  at: '2026-11-23T10:00:00+07:00',
  ...rest,
})
const statesOf = (orders: Order[], lines: BankLine[]) => {
  const outcome = matchLines(orders, lines)
  return outcome.ok ? outcome.value.map(({ id, state, code }) => `${id} ${state} ${code ?? '-'}`) : outcome.refusal
}
const stateOf = (one: Partial<BankLine>, orders = [order()]) => (statesOf(orders, [line(one)]) as string[])[0]!.slice(2)

describe('a code in the content of a transfer', () => {
  const find = codeFinder(['DS7K3M9QX', 'DH1023', 'AB-1'])
  test.each([
    ['between what the bank puts around it', 'MBVCB.7812.DS7K3M9QX.CT tu 0123 toi 0456', ['DS7K3M9QX']],
    ['in small letters', 'ds7k3m9qx thanh toan', ['DS7K3M9QX']],
    ['with a dash or a blank in it', 'ck DS-7K3M 9QX', ['DS7K3M9QX']],
    ['over a break of line', 'ND DS7K3\nM9QX-231126', ['DS7K3M9QX']],
    ['written without its own dash', 'AB1', ['AB-1']],
    ['twice, which is once', 'DS7K3M9QX DS7K3M9QX', ['DS7K3M9QX']],
    ['beside another', 'DS7K3M9QX DH1023', ['DS7K3M9QX', 'DH1023']],
    ['not as a part of a longer one', 'DH10234', []],
    ['not behind another sign of a word', 'XDH1023', []],
    ['not where nothing is', '', []],
    ['not with a look-alike', 'DSZK3M9QX', []],
  ])('is found %s', (_name, text, found) => {
    expect(find(text)).toEqual(found)
  })
})

describe('a line of the account', () => {
  test('pays exactly, too little or too much', () => {
    expect(stateOf({})).toBe('exact DS7K3M9QX')
    expect(stateOf({ amount: 349_999 })).toBe('under DS7K3M9QX')
    expect(stateOf({ amount: 350_001 })).toBe('over DS7K3M9QX')
  })

  test('counts against what is left after what came before', () => {
    expect(stateOf({ amount: 50_000 }, [order({ received: 300_000 })])).toBe('exact DS7K3M9QX')
    expect(stateOf({ amount: 1 }, [order({ received: 350_000 })])).toBe('duplicate DS7K3M9QX')
    const parts = [line({ id: '1', amount: 200_000 }), line({ id: '2', amount: 150_000 }), line({ id: '3', amount: 150_000 })]
    expect(statesOf([order()], parts)).toEqual(['1 under DS7K3M9QX', '2 exact DS7K3M9QX', '3 duplicate DS7K3M9QX'])
    const overThenMore = [line({ id: '1', amount: 400_000 }), line({ id: '2' })]
    expect(statesOf([order()], overThenMore)).toEqual(['1 over DS7K3M9QX', '2 duplicate DS7K3M9QX'])
  })

  test('is of the first state that holds', () => {
    const other = order({ code: 'DSZZZZZZZ' })
    const late = '2026-11-25'
    expect(stateOf({ direction: 'out', content: '', account: '9', at: late })).toBe('outgoing -')
    expect(stateOf({ amount: -350_000 })).toBe('outgoing -')
    expect(stateOf({ content: 'tien dua', account: '9', at: late })).toBe('no-code -')
    expect(stateOf({ content: 'DS7K3M9QX DSZZZZZZZ', account: '9', at: late }, [order(), other])).toBe('ambiguous -')
    expect(stateOf({ account: '9', at: late })).toBe('wrong-account DS7K3M9QX')
    expect(stateOf({ at: late, amount: 1 })).toBe('late DS7K3M9QX')
  })

  test('an unknown code beside a known one changes nothing', () => {
    expect(stateOf({ content: 'DS7K3M9QX DS0000000' })).toBe('exact DS7K3M9QX')
    expect(stateOf({ content: 'DS0000000' })).toBe('no-code -')
  })

  test('money on another account, or too late, pays nothing', () => {
    const lines = [line({ id: '1', account: '9' }), line({ id: '2', at: '2026-11-23T11:00:00+07:00' })]
    expect(statesOf([order()], lines)).toEqual(['1 wrong-account DS7K3M9QX', '2 exact DS7K3M9QX'])
  })

  test('is in time to the last moment, and with a date alone where any moment of the day was', () => {
    expect(stateOf({ at: '2026-11-24T10:00:00+07:00' })).toBe('exact DS7K3M9QX')
    expect(stateOf({ at: '2026-11-24T03:00:01Z' })).toBe('late DS7K3M9QX')
    expect(stateOf({ at: '2026-11-24' })).toBe('exact DS7K3M9QX')
    expect(stateOf({ at: '2026-11-25' })).toBe('late DS7K3M9QX')
    expect(stateOf({ at: '2026-11-24T23:59:59+07:00' }, [order({ holdUntil: '2026-11-24' })])).toBe('exact DS7K3M9QX')
    expect(stateOf({ at: '2099-01-01' }, [order({ holdUntil: null })])).toBe('exact DS7K3M9QX')
  })

  test('comes by its time, then as given', () => {
    const lines = [
      line({ id: '1', at: '2026-11-23T12:00:00+07:00' }),
      line({ id: '2', at: '2026-11-23T04:00:00Z', amount: 1 }),
      line({ id: '3', at: '2026-11-23T11:00:00' }),
    ]
    expect(statesOf([order()], lines)).toEqual(['2 under DS7K3M9QX', '3 over DS7K3M9QX', '1 duplicate DS7K3M9QX'])
  })

  test('codes that mean the same, a code of nothing and a moment that is none are refused', () => {
    expect(statesOf([order(), order({ code: 'ds-7k3m9qx' })], [])).toEqual({ code: 'code-twice', order: 'ds-7k3m9qx' })
    expect(statesOf([order({ code: '--' })], [])).toEqual({ code: 'code-without-letters', order: '--' })
    expect(statesOf([order()], [line({ at: 'hôm qua' })])).toEqual({ code: 'bad-moment', of: '1', at: 'hôm qua' })
    expect(statesOf([order({ holdUntil: '24/11/2026' })], [])).toEqual({ code: 'bad-moment', of: 'DS7K3M9QX', at: '24/11/2026' })
  })

  test('of every order the lines that count come to at least what was owed exactly when one of them is exact or over', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 8 })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 12 }), (paid, owed) => {
        const lines = paid.map((amount, index) => line({ id: String(index), amount }))
        const states = (statesOf([order({ amount: owed })], lines) as string[]).map((state) => state.split(' ')[1])
        const isPaid = paid.reduce((sum, amount) => sum + amount, 0) >= owed
        expect(states.filter((state) => state === 'exact' || state === 'over')).toHaveLength(isPaid ? 1 : 0)
        expect(states.indexOf('duplicate') === -1 || states.lastIndexOf('under') < states.indexOf('duplicate')).toBe(true)
      }),
    )
  })

  test('a code for several orders puts its money to the first in full before the next, beside what came for one of them', () => {
    const [first, second] = [
      order({ code: 'DSAAAAAAA', amount: 30, holdUntil: null }),
      order({ code: 'DSBBBBBBB', amount: 40, holdUntil: null }),
    ]
    const bundle = { code: 'DSMONTHQ9', account: first.account, of: [first.code, second.code] }
    const told = (lines: BankLine[], bundles = [bundle]) => {
      const outcome = matchLines([first, second], lines, bundles)
      return outcome.ok ? outcome.value.map(({ id: _id, ...one }) => one) : outcome.refusal
    }
    const paid = (amount: number, content = 'DSMONTHQ9') => line({ amount, content })
    expect(told([paid(50)])).toEqual([
      {
        state: 'under',
        code: 'DSMONTHQ9',
        parts: [
          { code: first.code, amount: 30 },
          { code: second.code, amount: 20 },
        ],
      },
    ])
    expect(told([paid(30, first.code), paid(40), paid(1), paid(40, second.code)])).toEqual([
      { state: 'exact', code: first.code },
      { state: 'exact', code: 'DSMONTHQ9', parts: [{ code: second.code, amount: 40 }] },
      { state: 'duplicate', code: 'DSMONTHQ9', parts: [] },
      { state: 'duplicate', code: second.code },
    ])
    expect(told([paid(80)])).toMatchObject([{ state: 'over', parts: [{ amount: 30 }, { amount: 40 }] }])
    expect(told([{ ...paid(70), account: '9' }])).toEqual([{ state: 'wrong-account', code: 'DSMONTHQ9' }])
    expect(told([paid(70, `DSMONTHQ9 ${first.code}`)])).toEqual([{ state: 'ambiguous', code: null }])
    expect(told([], [{ ...bundle, of: ['DSZZZZZZZ'] }])).toEqual({ code: 'bundle-unknown', bundle: 'DSMONTHQ9', order: 'DSZZZZZZZ' })
    expect(told([], [{ ...bundle, code: first.code }])).toEqual({ code: 'code-twice', order: first.code })
  })

  test('of a code for several orders no order gets more than it takes, and what all lines put to them is what came, up to what was owed', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(amounts, amounts, (owed, paid) => {
        const orders = owed.map((amount, at) => order({ code: `DSAAAAA${'BCDEF'[at]}${'BCDEF'[at]}`, amount, holdUntil: null }))
        const bundle = { code: 'DSMONTHQ9', account: orders[0]!.account, of: orders.map(({ code }) => code) }
        const lines = paid.map((amount, at) => line({ id: String(at), amount, content: 'DSMONTHQ9' }))
        const outcome = matchLines(orders, lines, [bundle])
        if (!outcome.ok) throw new Error(outcome.refusal.code)
        const parts = outcome.value.flatMap((one) => one.parts ?? [])
        const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0)
        expect(sum(parts.map((part) => part.amount))).toBe(Math.min(sum(owed), sum(paid)))
        for (const { code, amount } of orders)
          expect(sum(parts.filter((part) => part.code === code).map((part) => part.amount))).toBeLessThanOrEqual(amount)
      }),
    )
  })
})
